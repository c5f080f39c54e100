using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Portal.Domain.Retention;

namespace Portal.Retention;

/// <summary>How long things are kept, within what the law leaves open, and when the night's run is.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Portal:Retention";

    /// <summary>Hour of the office's day.</summary>
    [Range(0, 23)]
    public int Hour { get; init; } = 3;

    [Range(RetentionPeriods.LeastSignInDays, 3_650)]
    public int SignInDays { get; init; } = 190;

    [Range(1, 3_650)]
    public int InvitationDays { get; init; } = 90;

    [Range(0, 3_650)]
    public int FormerDraftDays { get; init; } = 30;

    [Range(30, 3_650)]
    public int DraftDays { get; init; } = 180;

    [Range(1, 3_650)]
    public int ExportCountDays { get; init; } = 90;

    [Range(RetentionPeriods.LeastAuditMonths, 600)]
    public int AuditMonths { get; init; } = 36;

    [Range(1, 50)]
    public int FormerSupervisorYears { get; init; } = 5;

    [Range(30, 3_650)]
    public int ApplicationDays { get; init; } = 365;

    [Range(30, 3_650)]
    public int ObjectionDays { get; init; } = 365;

    /// <param name="removedEvidenceDays">A setting of the files.</param>
    public RetentionPeriods Periods(int removedEvidenceDays) => new()
    {
        SignInDays = SignInDays,
        InvitationDays = InvitationDays,
        FormerDraftDays = FormerDraftDays,
        DraftDays = DraftDays,
        RemovedEvidenceDays = removedEvidenceDays,
        ExportCountDays = ExportCountDays,
        AuditMonths = AuditMonths,
        FormerSupervisorYears = FormerSupervisorYears,
        ApplicationDays = ApplicationDays,
        ObjectionDays = ObjectionDays,
    };
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;

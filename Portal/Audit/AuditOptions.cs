using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Audit;

/// <summary>How the audit record is anchored outside the database.</summary>
public sealed class AuditOptions
{
    public const string Section = "Portal:Audit";

    /// <summary>Empty: <c>audit-anchor.log</c> in the data folder. Better on another disk, where whoever can change the database cannot change it.</summary>
    [MaxLength(1000)]
    public string AnchorFile { get; init; } = "";

    [Range(1, 1_440)]
    public int AnchorMinutes { get; init; } = 60;

    [Range(1, 1_000_000)]
    public int AnchorRows { get; init; } = 1_000;
}

[OptionsValidator]
internal sealed partial class AuditOptionsValidator : IValidateOptions<AuditOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Exports;

/// <summary>How much may leave the portal. A day's work fits; a register carried off piece by piece does not.</summary>
public sealed class ExportOptions
{
    public const string Section = "Portal:Exports";

    /// <summary>Rows of one export; a longer list asks for a narrower filter.</summary>
    [Range(1, Paging.ExportLimit)]
    public int MaxRows { get; init; } = Paging.ExportLimit;

    /// <summary>Rows of a person's exports in a day from which on each asks for a sign-in a few minutes old.</summary>
    [Range(0, 10_000_000)]
    public int ConfirmAfterRows { get; init; } = 500;

    /// <summary>Exports of one person in a day.</summary>
    [Range(1, 10_000)]
    public int DailyExports { get; init; } = 50;

    /// <summary>Rows of all exports of one person in a day.</summary>
    [Range(1, 10_000_000)]
    public int DailyRows { get; init; } = 50_000;
}

[OptionsValidator]
internal sealed partial class ExportOptionsValidator : IValidateOptions<ExportOptions>;

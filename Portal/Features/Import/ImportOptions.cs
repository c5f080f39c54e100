using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Features.Import;

/// <summary>What a workbook may weigh. The figures are far above any office's ledger and far below what hurts the server.</summary>
public sealed class ImportOptions
{
    public const string Section = "Portal:Import";

    /// <summary>Megabytes of the uploaded file.</summary>
    [Range(1, 100)]
    public int MaxFileMegabytes { get; init; } = 10;

    /// <summary>Megabytes that the file may inflate to, declared or real.</summary>
    [Range(1, 1000)]
    public int MaxInflatedMegabytes { get; init; } = 100;

    /// <summary>Files inside the workbook.</summary>
    [Range(10, 10_000)]
    public int MaxEntries { get; init; } = 300;

    /// <summary>Rows of data on one sheet.</summary>
    [Range(1, 100_000)]
    public int MaxRows { get; init; } = 5_000;

    /// <summary>Columns that may hold anything.</summary>
    [Range(10, 2_000)]
    public int MaxColumns { get; init; } = 300;

    /// <summary>Different texts of the workbook.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxSharedStrings { get; init; } = 200_000;

    internal long MaxFileBytes => MaxFileMegabytes * 1024L * 1024L;

    internal long MaxInflatedBytes => MaxInflatedMegabytes * 1024L * 1024L;
}

[OptionsValidator]
internal sealed partial class ImportOptionsValidator : IValidateOptions<ImportOptions>;

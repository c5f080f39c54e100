namespace Portal.Features.Import;

/// <summary>What a workbook would change, sheet by sheet, and everything that is wrong with it.</summary>
public sealed record ImportReport(IReadOnlyList<SheetReport> Sheets, IReadOnlyList<ImportProblem> Problems, int Errors, int Hints)
{
    public int Added => Sheets.Sum(s => s.Added);

    public int Changed => Sheets.Sum(s => s.Changed);

    public int Unchanged => Sheets.Sum(s => s.Unchanged);

    public bool HasChanges => Added + Changed > 0;

    /// <summary>All or nothing: one error stops the whole.</summary>
    public bool CanCommit => Errors == 0 && HasChanges;
}

/// <summary>One sheet: the headers understood and not understood, and how many of its rows (of the attendance matrix: marks) are new, different or as they were.</summary>
public sealed record SheetReport(LedgerSheet Sheet, string Name, IReadOnlyList<string> Recognised, IReadOnlyList<string> Unknown, int Added, int Changed, int Unchanged);

/// <summary>Where an import stands.</summary>
public enum ImportStage
{
    Agencies,
    Roster,
    Activities,
    Findings,
    Recusals,
    Attendance,
    Saving,
}

public readonly record struct ImportProgress(ImportStage Stage)
{
    public int Percent => (int)Stage * 100 / (int)ImportStage.Saving;
}

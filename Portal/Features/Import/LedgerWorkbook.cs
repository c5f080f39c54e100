using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import;

/// <summary>What was read from a workbook: rows that are sound in themselves, and the problems of the others. Never changed once read.</summary>
internal sealed class LedgerWorkbook
{
    public IReadOnlyList<SheetLayout> Sheets { get; init; } = [];

    public IReadOnlyList<RosterRow> Roster { get; init; } = [];

    public IReadOnlyList<AgencyRow> Agencies { get; init; } = [];

    public IReadOnlyList<ActivityRow> Activities { get; init; } = [];

    public IReadOnlyList<AttendanceRow> Attendance { get; init; } = [];

    public IReadOnlyList<FindingRow> Findings { get; init; } = [];

    public IReadOnlyList<RecusalRow> Recusals { get; init; } = [];

    public required ProblemList Problems { get; init; }

    /// <summary>Names, codes and numbers of rows with errors: what refers to them is not reported a second time.</summary>
    public IReadOnlySet<string> Unread { get; init; } = new HashSet<string>();

    public static LedgerWorkbook Refused(WorkbookRefusedException refusal)
    {
        var problems = new ProblemList();
        problems.Add(new ImportProblem(refusal.Code, ProblemSeverity.Error, null, null, null, null, refusal.Arguments));
        return new LedgerWorkbook { Problems = problems };
    }
}

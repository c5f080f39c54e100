using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Recusals;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Planning;

/// <summary>One pass of a workbook over the database: what is looked up once and shared by the six sheets, what is counted and what is wrong.</summary>
internal sealed class LedgerPlan(PortalDbContext db, LedgerWorkbook workbook, TimeProvider clock)
{
    private readonly Dictionary<LedgerSheet, (int Added, int Changed, int Unchanged)> _tally = [];

    public PortalDbContext Db { get; } = db;

    public LedgerWorkbook Workbook { get; } = workbook;

    public TimeProvider Clock { get; } = clock;

    public DateOnly Today { get; } = clock.Today();

    public ProblemList Problems { get; } = Copy(workbook.Problems);

    public KnownPeople People { get; } = new(workbook.Unread);

    public KnownAgencies Agencies { get; } = new();

    public Dictionary<string, Activity> Activities { get; } = [];

    public KnownFindings Findings { get; } = new();

    public List<RecusalDeclaration> Recusals { get; } = [];

    public void Error(LedgerRow row, string column, string? value, ProblemCode code, params IReadOnlyList<object> arguments) =>
        Problems.Add(Places.Problem(row.Place, column, value, code, ProblemSeverity.Error, arguments));

    public void Hint(LedgerRow row, string column, string? value, ProblemCode code, params IReadOnlyList<object> arguments) =>
        Problems.Add(Places.Problem(row.Place, column, value, code, ProblemSeverity.Hint, arguments));

    /// <summary>Whether something is only missing because its own row has an error, which is told there.</summary>
    public bool IsUnread(string key) => Workbook.Unread.Contains(key);

    /// <summary>Counts a row by what became of everything that it stands for.</summary>
    public void Count(LedgerSheet sheet, params ReadOnlySpan<object> entities)
    {
        var (isNew, isChanged, first) = (false, false, true);
        foreach (var entity in entities)
        {
            var state = Db.Entry(entity).State;
            isNew |= first && state == EntityState.Added;
            isChanged |= state != EntityState.Unchanged;
            first = false;
        }

        Count(sheet, isNew, isChanged);
    }

    public void Count(LedgerSheet sheet, bool isNew, bool isChanged)
    {
        var (added, changed, unchanged) = _tally.GetValueOrDefault(sheet);
        _tally[sheet] = isNew ? (added + 1, changed, unchanged) : isChanged ? (added, changed + 1, unchanged) : (added, changed, unchanged + 1);
    }

    public ImportReport Report() => new([.. Workbook.Sheets.Select(Of)], Problems.All, Problems.Errors, Problems.Hints);

    /// <summary>The first of each, telling of the others.</summary>
    public IEnumerable<T> Distinct<T>(IEnumerable<T> rows, string column, Func<T, string?> key)
        where T : LedgerRow
    {
        var seen = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            if (key(row) is { } value && !seen.TryAdd(value, row.Place.Row))
            {
                Error(row, column, value, ProblemCode.Duplicate, seen[value]);
                continue;
            }

            yield return row;
        }
    }

    private SheetReport Of(SheetLayout layout)
    {
        var (added, changed, unchanged) = _tally.GetValueOrDefault(layout.Sheet);
        return new SheetReport(
            layout.Sheet, layout.Name,
            [.. layout.Columns.Values.Concat(layout.Activities.Keys).Order().Select(number => layout.Headers[number])],
            layout.Unknown, added, changed, unchanged);
    }

    private static ProblemList Copy(ProblemList problems)
    {
        var copy = new ProblemList();
        copy.AddRange(problems);
        return copy;
    }
}

using Portal.Features.Import.Reading;

namespace Portal.Features.Import.Recognition;

/// <summary>Where a sheet keeps what: which of the six it is, its header row, and the columns found in it.</summary>
/// <param name="Columns">By column key, the number of the sheet's column.</param>
/// <param name="Activities">Of the attendance matrix: by column number, the activity in its header.</param>
/// <param name="Headers">By column number, the header as it is written.</param>
internal sealed record SheetLayout(
    LedgerSheet Sheet, string Name, int HeaderRow, IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<int, string> Activities,
    IReadOnlyDictionary<int, string> Headers, IReadOnlyList<string> Unknown, IReadOnlyList<string> Twice, IReadOnlyList<string> Missing);

/// <summary>Knows a sheet by its columns, in any order and below any title; its name only decides between equals.</summary>
internal static class SheetRecognition
{
    private const int RowsLookedAt = 30;

    /// <returns><c>null</c> when it is none of the six.</returns>
    public static SheetLayout? Recognise(SheetSource source)
    {
        SheetLayout? best = null;
        foreach (var row in source.Rows().Take(RowsLookedAt))
        {
            foreach (var sheet in Enum.GetValues<LedgerSheet>())
            {
                if (Read(source.Name, sheet, row) is { } layout && (best is null || Weight(layout).CompareTo(Weight(best)) > 0))
                {
                    best = layout;
                }
            }
        }

        return best;
    }

    private static (bool Complete, int Found, bool Named) Weight(SheetLayout layout) =>
        (layout.Missing.Count == 0, layout.Columns.Count + layout.Activities.Count, IsNamed(layout.Name, layout.Sheet));

    private static bool IsNamed(string name, LedgerSheet sheet) => LedgerWords.SheetNames(sheet).Any(word => LedgerWords.Key(name) == LedgerWords.Key(word));

    private static SheetLayout? Read(string name, LedgerSheet sheet, SheetRow row)
    {
        var known = LedgerColumns.Of(sheet)
            .SelectMany(c => LedgerWords.Headers(sheet, c.Key).Select(word => (Word: LedgerWords.Key(word), c.Key)))
            .ToDictionary(c => c.Word, c => c.Key);
        var columns = new Dictionary<string, int>();
        var activities = new Dictionary<int, string>();
        var headers = new Dictionary<int, string>();
        var (unknown, twice) = (new List<string>(), new List<string>());
        foreach (var (number, cell) in row.Cells.OrderBy(c => c.Key))
        {
            headers[number] = cell.Text.Trim();
            if (known.TryGetValue(LedgerWords.Key(cell.Text), out var key))
            {
                if (!columns.TryAdd(key, number))
                {
                    twice.Add(cell.Text.Trim());
                }
            }
            else if (sheet == LedgerSheet.Attendance && ActivityNumbers.Read(cell) is { } activity)
            {
                headers[number] = activity;
                activities[number] = activity;
            }
            else
            {
                unknown.Add(cell.Text.Trim());
            }
        }

        var missing = LedgerColumns.Of(sheet).Where(c => c.Required && !columns.ContainsKey(c.Key)).Select(c => LedgerWords.Headers(sheet, c.Key)[0]).ToList();
        return Resembles(sheet, columns.Count, activities.Count, missing.Count)
            ? new SheetLayout(sheet, name, row.Number, columns, activities, headers, unknown, twice, missing)
            : null;
    }

    // One missing column of a sheet that is otherwise there is worth naming; a sheet of something else is not.
    private static bool Resembles(LedgerSheet sheet, int columns, int activities, int missing) =>
        sheet == LedgerSheet.Attendance ? activities > 0 && missing == 0
        : missing == 0 || (columns >= 4 && missing <= columns / 2);
}

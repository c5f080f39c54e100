using Portal.Features.Import.Reading;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Mapping;

/// <summary>Goes over a workbook once: recognises its sheets, then reads their rows one after the other.</summary>
internal sealed class WorkbookMapper(ImportOptions limits, DateOnly today, bool rejectUnassignedArea)
{
    private readonly ProblemList _problems = new();
    private readonly HashSet<string> _unread = [];

    /// <exception cref="WorkbookRefusedException">None of the sheets is one of the six, or one is too large.</exception>
    public LedgerWorkbook Map(WorkbookReader workbook)
    {
        var layouts = Recognise(workbook);
        return new LedgerWorkbook
        {
            Sheets = [.. layouts.Select(l => l.Layout)],
            Roster = Rows(LedgerSheet.Roster, row => RosterMapper.Map(row, today, rejectUnassignedArea)),
            Agencies = Rows(LedgerSheet.Agencies, AgencyMapper.Map),
            Activities = Rows(LedgerSheet.Activities, ActivityMapper.Map),
            Attendance = Rows(LedgerSheet.Attendance, AttendanceMapper.Map),
            Findings = Rows(LedgerSheet.Findings, FindingMapper.Map),
            Recusals = Rows(LedgerSheet.Recusals, RecusalMapper.Map),
            Problems = _problems,
            Unread = _unread,
        };

        List<T> Rows<T>(LedgerSheet sheet, Func<RowReader, T?> map)
            where T : LedgerRow =>
            layouts.Where(l => l.Layout.Sheet == sheet && l.Layout.Missing.Count == 0).SelectMany(l => Read(l.Source, l.Layout, map)).ToList();
    }

    private List<(SheetSource Source, SheetLayout Layout)> Recognise(WorkbookReader workbook)
    {
        var found = new List<(SheetSource Source, SheetLayout Layout)>();
        foreach (var source in workbook.Sheets)
        {
            var layout = SheetRecognition.Recognise(source);
            if (layout is null)
            {
                if (source.Name != LedgerWords.GuidanceSheet && source.Rows().Any())
                {
                    Tell(ProblemCode.SheetNotRecognised, ProblemSeverity.Hint, source.Name);
                }
            }
            else if (found.Exists(f => f.Layout.Sheet == layout.Sheet))
            {
                Tell(ProblemCode.SheetTwice, ProblemSeverity.Error, source.Name, LedgerWords.SheetNames(layout.Sheet)[0]);
            }
            else
            {
                found.Add((source, layout));
                TellOfColumns(layout);
            }
        }

        if (found.Count == 0)
        {
            throw new WorkbookRefusedException(ProblemCode.NoSheetRecognised, string.Join(' ', Enum.GetValues<LedgerSheet>().Select(s => LedgerWords.SheetNames(s)[0])));
        }

        foreach (var sheet in Enum.GetValues<LedgerSheet>().Where(s => !found.Exists(f => f.Layout.Sheet == s)))
        {
            Tell(ProblemCode.SheetMissing, ProblemSeverity.Hint, LedgerWords.SheetNames(sheet)[0]);
        }

        return found;
    }

    private void TellOfColumns(SheetLayout layout)
    {
        foreach (var header in layout.Missing)
        {
            _problems.Add(new ImportProblem(ProblemCode.ColumnMissing, ProblemSeverity.Error, layout.Name, layout.HeaderRow, header, null));
        }

        foreach (var header in layout.Twice)
        {
            _problems.Add(new ImportProblem(ProblemCode.ColumnTwice, ProblemSeverity.Error, layout.Name, layout.HeaderRow, header, null));
        }

        foreach (var header in layout.Unknown)
        {
            _problems.Add(new ImportProblem(ProblemCode.ColumnUnknown, ProblemSeverity.Hint, layout.Name, layout.HeaderRow, header, null));
        }
    }

    private IEnumerable<T> Read<T>(SheetSource source, SheetLayout layout, Func<RowReader, T?> map)
        where T : LedgerRow
    {
        var count = 0;
        foreach (var row in source.Rows().Where(r => r.Number > layout.HeaderRow && !IsTotals(r) && !IsHeaderAgain(r, layout)))
        {
            if (++count > limits.MaxRows)
            {
                throw new WorkbookRefusedException(ProblemCode.SheetHasTooManyRows, layout.Name, limits.MaxRows);
            }

            var reader = new RowReader(layout, row, _problems);
            if (map(reader) is { } mapped)
            {
                yield return mapped;
            }
            else
            {
                RememberUnread(reader);
            }
        }
    }

    private void RememberUnread(RowReader row)
    {
        foreach (var column in new[] { LedgerColumns.Name, LedgerColumns.Code, LedgerColumns.Number, LedgerColumns.CardNumber })
        {
            if (row.Cell(column) is { } cell)
            {
                _unread.Add(LedgerText.Name(cell.Text));
            }
        }
    }

    private void Tell(ProblemCode code, ProblemSeverity severity, string sheet, params IReadOnlyList<object> arguments) =>
        _problems.Add(new ImportProblem(code, severity, sheet, null, null, null, arguments));

    private static bool IsTotals(SheetRow row) => LedgerWords.IsTotals(row.Cells.MinBy(c => c.Key).Value.Text);

    // Long tables repeat their header on every printed page.
    private static bool IsHeaderAgain(SheetRow row, SheetLayout layout) =>
        row.Cells.Count > 1 && row.Cells.All(c => layout.Headers.TryGetValue(c.Key, out var header) && header == c.Value.Text.Trim());
}

using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Import.Recognition;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import;

/// <summary>The six sheets with nothing in them but their headers and lists to choose from, and a sheet that says how they are filled in.</summary>
internal static class LedgerTemplate
{
    private const int RowsWithLists = 5_001;
    private const double ColumnWidth = 16;
    private const double GuidanceWidth = 100;

    public static async Task<Stream> WriteAsync(CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellationToken))
        {
            var header = book.AddStyle(new Style { Font = { Bold = true } });
            foreach (var sheet in Enum.GetValues<LedgerSheet>())
            {
                await WriteAsync(book, sheet, header, cancellationToken);
            }

            await WriteGuidanceAsync(book, cancellationToken);
            await book.FinishAsync(cancellationToken);
        }

        file.Position = 0;
        return file;
    }

    private static async Task WriteAsync(Spreadsheet book, LedgerSheet sheet, StyleId header, CancellationToken cancellationToken)
    {
        var columns = LedgerColumns.Of(sheet);
        var headers = columns.Select(c => LedgerWords.Headers(sheet, c.Key)[0]);
        if (sheet == LedgerSheet.Attendance)
        {
            // Its further columns are the activities themselves; two of them show how.
            headers = headers.Concat(["2026-01", "2026-02"]);
        }

        var written = headers.ToArray();
        var layout = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 1; i <= written.Length; i++)
        {
            layout.Column(i).Width = ColumnWidth;
        }

        await book.StartWorksheetAsync(LedgerWords.SheetNames(sheet)[0], layout, cancellationToken);
        await book.AddHeaderRowAsync(written, header, cancellationToken);
        for (var i = 0; i < columns.Count; i++)
        {
            if (ChoicesOf(sheet, columns[i].Key) is { } choices)
            {
                var letter = (char)('A' + i);
                book.AddDataValidation(FormattableString.Invariant($"{letter}2:{letter}{RowsWithLists}"), DataValidation.ListValues(choices));
            }
        }
    }

    private static async Task WriteGuidanceAsync(Spreadsheet book, CancellationToken cancellationToken)
    {
        var layout = new WorksheetOptions();
        layout.Column(1).Width = GuidanceWidth;
        await book.StartWorksheetAsync(LedgerWords.GuidanceSheet, layout, cancellationToken);
        foreach (var line in LedgerWords.Guidance)
        {
            await book.AddRowAsync([new DataCell(line)], cancellationToken);
        }
    }

    private static IReadOnlyList<string>? ChoicesOf(LedgerSheet sheet, string column) => (sheet, column) switch
    {
        (LedgerSheet.Roster, LedgerColumns.Sex) => LedgerWords.All<Sex>(),
        (LedgerSheet.Roster, LedgerColumns.District) => LedgerWords.All<District>(),
        (LedgerSheet.Roster, Group) => LedgerWords.All<SourceCategory>(),
        (LedgerSheet.Roster, Channel) => LedgerWords.All<RecruitmentChannel>(),
        (LedgerSheet.Roster, State) => LedgerWords.All<RosterState>(),
        (LedgerSheet.Agencies, Kind) => LedgerWords.All<AgencyKind>(),
        (LedgerSheet.Agencies, External) or (LedgerSheet.Activities, Mandatory) or (LedgerSheet.Findings, Violation) => LedgerWords.All<YesNo>(),
        (LedgerSheet.Activities, Form) => LedgerWords.All<ActivityForm>(),
        (LedgerSheet.Findings, Category) => LedgerWords.All<FindingCategory>(),
        (LedgerSheet.Findings, State) => LedgerWords.All<RegisterState>(),
        (LedgerSheet.Findings, Conclusion) => LedgerWords.All<FindingConclusion>(),
        (LedgerSheet.Findings, Grade) => LedgerWords.All<FindingGrade>(),
        (LedgerSheet.Recusals, Outcome) => LedgerWords.All<RecusalOutcome>(),
        _ => null,
    };
}

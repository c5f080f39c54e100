using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Exports;

/// <summary>One sheet of a workbook of several: a heading for each column, and rows of texts and numbers.</summary>
public sealed record XlsxSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Writes several small tables as one workbook.</summary>
public static class XlsxBook
{
    private const int SheetNameLength = 31;
    private const double FirstWidth = 40;
    private const double OtherWidth = 18;

    public static Task WriteAsync(Stream stream, IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellationToken) => WriteAsync(stream, sheets, mark: null, cancellationToken);

    public static async Task WriteAsync(Stream stream, IReadOnlyList<XlsxSheet> sheets, ExportMark? mark, CancellationToken cancellationToken)
    {
        await using var workbook = await XlsxCells.CreateAsync(stream, mark, cancellationToken);
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        foreach (var sheet in sheets)
        {
            var options = new WorksheetOptions { FrozenRows = 1 };
            for (var i = 0; i < sheet.Headings.Count; i++)
            {
                options.Column(i + 1).Width = i == 0 ? FirstWidth : OtherWidth;
            }

            await workbook.StartWorksheetAsync(NameOf(sheet), options, cancellationToken);
            await workbook.AddRowAsync(sheet.Headings.Select(words => new StyledCell(words, heading)).ToArray(), cancellationToken);
            foreach (var row in sheet.Rows)
            {
                await workbook.AddRowAsync(row.Select(XlsxCells.Of).ToArray(), cancellationToken);
            }

            await workbook.MarkAsync(mark, cancellationToken);
        }

        await workbook.FinishAsync(cancellationToken);
    }

    // Spreadsheet programs refuse these marks and longer names.
    private static string NameOf(XlsxSheet sheet)
    {
        var name = string.Concat(sheet.Name.Select(mark => mark is ':' or '\\' or '/' or '?' or '*' or '[' or ']' ? ' ' : mark));
        return name.Length > SheetNameLength ? name[..SheetNameLength] : name;
    }
}

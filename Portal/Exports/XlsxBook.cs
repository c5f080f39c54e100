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

    /// <remarks>Made in memory first: closing a part of a workbook writes synchronously, which the server refuses on a response.</remarks>
    public static async Task<IResult> DownloadAsync(string name, DateOnly today, IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellationToken)
    {
        using var book = new MemoryStream();
        await WriteAsync(book, sheets, cancellationToken);
        return Results.Bytes(book.ToArray(), XlsxExport.ContentType, FormattableString.Invariant($"{name}-{today:yyyy-MM-dd}.xlsx"));
    }

    public static async Task WriteAsync(Stream stream, IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellationToken)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken);
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
                await workbook.AddRowAsync(row.Select(Cell).ToArray(), cancellationToken);
            }
        }

        await workbook.FinishAsync(cancellationToken);
    }

    // Spreadsheet programs refuse these marks and longer names.
    private static string NameOf(XlsxSheet sheet)
    {
        var name = string.Concat(sheet.Name.Select(mark => mark is ':' or '\\' or '/' or '?' or '*' or '[' or ']' ? ' ' : mark));
        return name.Length > SheetNameLength ? name[..SheetNameLength] : name;
    }

    // A text is written as text, so that no spreadsheet program takes it for a formula.
    private static DataCell Cell(object? value) => value switch
    {
        null => new DataCell(string.Empty),
        int number => new DataCell(number),
        decimal number => new DataCell(number),
        _ => new DataCell(value.ToString()),
    };
}

using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Exports;

/// <summary>A column of an exported list: its heading in the reader's language, and what a row says in it.</summary>
/// <param name="Value">Text, a whole number, an amount or a day; anything else is written as text.</param>
public sealed record ExportColumn<TRow>(string Heading, Func<TRow, object?> Value, double Width = 18);

/// <summary>Writes rows as a workbook, exactly as a list shows them.</summary>
public static class XlsxExport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The list as a download; the name carries the day, since a list is true only for one.</summary>
    /// <remarks>Whole in memory first: a zip archive writes its end synchronously, which a response does not allow, and a list has an upper limit.</remarks>
    public static async Task<IResult> DownloadAsync<TRow>(string name, DateOnly today, IReadOnlyList<ExportColumn<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        var stream = new MemoryStream();
        await WriteAsync(stream, name, columns, rows, cancellationToken);
        stream.Position = 0;
        return Results.File(stream, ContentType, FormattableString.Invariant($"{name}-{today:yyyy-MM-dd}.xlsx"));
    }

    public static async Task WriteAsync<TRow>(Stream stream, string sheet, IReadOnlyList<ExportColumn<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken);
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
        {
            options.Column(i + 1).Width = columns[i].Width;
        }

        await workbook.StartWorksheetAsync(sheet, options, cancellationToken);
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        await workbook.AddRowAsync(columns.Select(c => new StyledCell(c.Heading, heading)).ToArray(), cancellationToken);
        foreach (var row in rows)
        {
            await workbook.AddRowAsync(columns.Select(c => Cell(c.Value(row))).ToArray(), cancellationToken);
        }

        await workbook.FinishAsync(cancellationToken);
    }

    // A text is written as text, so that no spreadsheet program takes it for a formula.
    private static DataCell Cell(object? value) => value switch
    {
        null => new DataCell(string.Empty),
        int number => new DataCell(number),
        decimal amount => new DataCell(amount),
        DateOnly day => new DataCell(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => new DataCell(value.ToString()),
    };
}

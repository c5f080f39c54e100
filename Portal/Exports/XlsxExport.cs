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

    public static Task WriteAsync<TRow>(Stream stream, string sheet, IReadOnlyList<ExportColumn<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken) =>
        WriteAsync(stream, sheet, columns, rows, mark: null, cancellationToken);

    public static async Task WriteAsync<TRow>(Stream stream, string sheet, IReadOnlyList<ExportColumn<TRow>> columns, IReadOnlyList<TRow> rows, ExportMark? mark, CancellationToken cancellationToken)
    {
        await using var workbook = await XlsxCells.CreateAsync(stream, mark, cancellationToken);
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
            await workbook.AddRowAsync(columns.Select(c => XlsxCells.Of(c.Value(row))).ToArray(), cancellationToken);
        }

        await workbook.MarkAsync(mark, cancellationToken);
        await workbook.FinishAsync(cancellationToken);
    }
}

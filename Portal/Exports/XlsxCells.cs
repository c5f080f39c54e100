using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Metadata;

namespace Portal.Exports;

/// <summary>What both kinds of workbook have in common.</summary>
internal static class XlsxCells
{
    public static ValueTask<Spreadsheet> CreateAsync(Stream stream, ExportMark? mark, CancellationToken cancellationToken)
    {
        var options = new SpreadCheetahOptions { DocumentProperties = mark is null ? null : new DocumentProperties { Author = mark.Author, Subject = mark.Words } };
        return Spreadsheet.CreateNewAsync(stream, options, cancellationToken);
    }

    /// <summary>Under the table, a row apart: whoever copies the table without it has to cut it off on purpose.</summary>
    public static async Task MarkAsync(this Spreadsheet workbook, ExportMark? mark, CancellationToken cancellationToken)
    {
        if (mark is not null)
        {
            await workbook.AddRowAsync(Array.Empty<DataCell>(), cancellationToken);
            await workbook.AddRowAsync([new DataCell(mark.Words)], cancellationToken);
        }
    }

    // A text is written as text, so that no spreadsheet program takes it for a formula.
    public static DataCell Of(object? value) => value switch
    {
        null => new DataCell(string.Empty),
        int number => new DataCell(number),
        decimal amount => new DataCell(amount),
        DateOnly day => new DataCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => new DataCell(value.ToString()),
    };
}

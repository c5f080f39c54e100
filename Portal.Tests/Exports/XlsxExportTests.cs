using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Portal.Exports;

namespace Portal.Tests.Exports;

public sealed class XlsxExportTests
{
    private static readonly ExportColumn<object?>[] s_column = [new("列", value => value)];

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("谭示安")]
    public async Task A_text_is_never_a_formula(string text)
    {
        var cell = await CellAsync(text);

        Assert.Null(cell.CellFormula);
        Assert.NotEqual(CellValues.Number, cell.DataType?.Value);
        Assert.Equal(text, cell.InnerText);
    }

    [Fact]
    public async Task A_number_is_a_number_and_a_day_is_written_as_lists_show_it()
    {
        Assert.Equal("42", (await CellAsync(42)).InnerText);
        Assert.Null((await CellAsync(42)).DataType);
        Assert.Equal("2026-11-23", (await CellAsync(new DateOnly(2026, 11, 23))).InnerText);
        Assert.Equal("", (await CellAsync(null)).InnerText);
    }

    private static async Task<Cell> CellAsync(object? value)
    {
        using var stream = new MemoryStream();
        await XlsxExport.WriteAsync(stream, "表", s_column, [value], TestContext.Current.CancellationToken);
        stream.Position = 0;
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        return book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last();
    }
}

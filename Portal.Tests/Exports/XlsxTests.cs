using System.IO.Compression;
using System.Xml.Linq;
using Portal.Exports;

namespace Portal.Tests.Exports;

/// <summary>What somebody typed must stay text in a spreadsheet program, whatever it begins with.</summary>
public sealed class XlsxTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formulas => ["=1+1", "=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_list_writes_what_looks_like_a_formula_as_text(string typed)
    {
        using var file = new MemoryStream();
        await XlsxExport.WriteAsync(file, "表", [new ExportColumn<string>("列", typedText => typedText)], [typed], Stop);

        IsText(file, typed);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_book_writes_what_looks_like_a_formula_as_text(string typed)
    {
        using var file = new MemoryStream();
        await XlsxBook.WriteAsync(file, [new XlsxSheet("表", ["列"], [[typed]])], Stop);

        IsText(file, typed);
    }

    private static void IsText(Stream file, string typed)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var elements = XDocument.Load(sheet).Descendants().ToList();

        Assert.DoesNotContain(elements, e => e.Name.LocalName == "f");
        var cell = elements.Last(e => e.Name.LocalName == "c");
        Assert.Equal("inlineStr", cell.Attribute("t")?.Value);
        Assert.Equal(typed.Trim(), cell.Value.Trim());
    }
}

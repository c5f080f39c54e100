using Bunit;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Features.Documents;

namespace Portal.Tests.Features.Documents;

/// <summary>What lies on the paper is the template filled in, on the printed page and in the word processor alike; and Word finds nothing wrong with the file.</summary>
public sealed class OfficialPaperTests : BunitContext
{
    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Page_and_file_say_what_the_template_says(DocumentKind kind)
    {
        var paper = Sample(kind);
        var expected = Expected(kind, paper).ToList();

        var page = Render<OfficialSheet>(p => p.Add(s => s.Paper, paper)).FindAll("p, h2").Select(e => e.TextContent);
        using var file = Open(OfficialDocx.Of(paper));

        Assert.Equal(expected, page);
        Assert.Equal(expected, file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText));
        Assert.DoesNotContain(expected, line => line.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_file_is_valid_for_the_word_processor(DocumentKind kind)
    {
        using var file = Open(OfficialDocx.Of(Sample(kind) with { IsVoid = true }));

        string[] faults = [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Xunit.TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")];

        Assert.Empty(faults);
    }

    [Fact]
    public void The_file_has_the_measures_of_the_standard_and_Chinese_faces()
    {
        using var file = Open(OfficialDocx.Of(Sample(DocumentKind.DismissalNotice)));
        var body = file.MainDocumentPart!.Document!.Body!;

        var margins = body.Descendants<PageMargin>().Single();
        // Twentieths of a point: 37, 35, 28 and 26 mm.
        Assert.Equal((2098, 1984, 1587U, 1474U), (margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value));
        var size = body.Descendants<PageSize>().Single();
        Assert.Equal((11906U, 16838U), (size.Width!.Value, size.Height!.Value));
        Assert.All(body.Descendants<RunFonts>(), f => Assert.NotNull(f.EastAsia?.Value));
        Assert.All(body.Descendants<Run>(), r => Assert.NotNull(r.RunProperties?.RunFonts));
        var text = body.Elements<Paragraph>().First(p => p.InnerText.StartsWith("根据", StringComparison.Ordinal));
        Assert.Equal(("FangSong", "32", 200), (text.Descendants<RunFonts>().Single().EastAsia!.Value, text.Descendants<FontSize>().Single().Val!.Value, text.Descendants<Indentation>().Single().FirstLineChars!.Value));
        var title = body.Elements<Paragraph>().Single(p => p.InnerText == "解聘通知书");
        Assert.Equal(("FZXiaoBiaoSong-B05S", "44"), (title.Descendants<RunFonts>().Single().EastAsia!.Value, title.Descendants<FontSize>().Single().Val!.Value));
    }

    [Fact]
    public void A_sheet_that_bears_a_stub_too_is_a_letter_in_smaller_measures()
    {
        using var file = Open(OfficialDocx.Of(Sample(DocumentKind.IntroductionLetter)));
        var body = file.MainDocumentPart!.Document!.Body!;

        var margins = body.Descendants<PageMargin>().Single();
        // 18 mm above and below, 20 at the sides.
        Assert.Equal((1020, 1020, 1134U, 1134U), (margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value));
        Assert.Equal("30", body.Elements<Paragraph>().First(p => p.InnerText.StartsWith("兹介绍", StringComparison.Ordinal)).Descendants<FontSize>().Single().Val!.Value);
        Assert.Equal("24", body.Elements<Paragraph>().First(p => p.InnerText.StartsWith("持 信 人", StringComparison.Ordinal)).Descendants<FontSize>().Single().Val!.Value);
    }

    [Fact]
    public void Nobody_who_made_the_file_is_named_in_it()
    {
        using var file = Open(OfficialDocx.Of(Sample(DocumentKind.AppointmentLetter)));

        Assert.Equal(("株洲市人力资源和社会保障局", null), (file.PackageProperties.Creator, file.PackageProperties.LastModifiedBy));
    }

    [Fact]
    public void A_void_document_says_so_on_the_paper()
    {
        var paper = Sample(DocumentKind.AppointmentLetter) with { IsVoid = true };

        Assert.Equal("（已作废）", Render<OfficialSheet>(p => p.Add(s => s.Paper, paper)).Find("p").TextContent);
        using var file = Open(OfficialDocx.Of(paper));
        Assert.Equal("（已作废）", file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().InnerText);
    }

    private static OfficialPaper Sample(DocumentKind kind)
    {
        var template = OfficialWords.FirstTemplate(kind);
        return OfficialPaper.Sample(kind, template.Title, template.Body, template.Stub);
    }

    // Put together from the template once more, independently of the paper's own lines.
    private static IEnumerable<string> Expected(DocumentKind kind, OfficialPaper paper)
    {
        var template = OfficialWords.FirstTemplate(kind);
        var values = DocumentForm.Of(kind).Fields.ToDictionary(f => f, f => OfficialWords.Text($"Sample_{f}"));
        var title = DocumentBlanks.Fill(template.Title, values);
        if (template.Stub is { } stub)
        {
            yield return $"{title}（存根）";
            yield return paper.Number!;
            foreach (var line in DocumentBlanks.Fill(stub, values).Split('\n'))
            {
                yield return line;
            }

            yield return "2026年11月23日";
            yield return $"　　骑　　缝　　{paper.Number}　　";
        }

        if (DocumentForm.Of(kind).IsOfficial)
        {
            yield return "株洲市人力资源和社会保障局";
        }

        if (paper.Number is { } number)
        {
            yield return number;
        }

        yield return title;
        foreach (var line in DocumentBlanks.Fill(template.Body, values).Split('\n'))
        {
            yield return line.Trim();
        }

        yield return kind == DocumentKind.Undertaking ? "谭示安" : "株洲市人力资源和社会保障局";
        yield return "2026年11月23日";
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}

using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Portal.Evidence;

namespace Portal.Tests.Security.Evidence;

/// <summary>What leaves the office says nothing of who made it, where and when; what stays is as it came (test 36).</summary>
public sealed class MetadataTests : IDisposable
{
    private static readonly string[] s_traces = [Samples.Maker, "GPSLatitude", "Photoshop", "xmpmeta", "eXIf", "tEXt", "tIME"];

    private readonly EvidenceOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.webp")]
    public async Task A_picture_for_the_agency_keeps_the_picture_alone(string name)
    {
        var original = name switch { "a.jpg" => Samples.Jpeg(behind: [.. Encoding.ASCII.GetBytes(Samples.Maker), .. Samples.Mp4()]), "a.png" => Samples.Png(), _ => Samples.Webp() };
        var id = await _office.AddAsync(original, name);

        var copy = await _office.ReadAsync(id, _office.Clerk, asCopy: true);

        Assert.All(s_traces, trace => Assert.DoesNotContain(trace, Encoding.Latin1.GetString(copy), StringComparison.Ordinal));
        Assert.Equal(original, await _office.ReadAsync(id, _office.Clerk));

        // The copy is a good file itself.
        var again = await _office.AddAsync(copy, name);
        Assert.Equal(copy, await _office.ReadAsync(again, _office.Clerk, asCopy: true));
    }

    [Fact]
    public async Task A_photo_stays_the_right_way_up()
    {
        var id = await _office.AddAsync(Samples.Jpeg(), "a.jpg");

        var copy = await _office.ReadAsync(id, _office.Clerk, asCopy: true);

        Assert.True(copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) > 0);
        Assert.True(copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78, 0xFF, 0xD9]) > 0);
    }

    [Fact]
    public async Task A_document_for_the_agency_names_nobody()
    {
        foreach (var (bytes, name) in new[] { (Samples.Docx(others: ("word/media/image1.jpg", Samples.Jpeg())), "a.docx"), (Samples.Xlsx(), "a.xlsx") })
        {
            var id = await _office.AddAsync(bytes, name);

            using var copy = new ZipArchive(new MemoryStream(await _office.ReadAsync(id, _office.Clerk, asCopy: true)));

            Assert.NotEmpty(copy.Entries);
            foreach (var entry in copy.Entries)
            {
                using var part = entry.Open();
                using var content = new MemoryStream();
                await part.CopyToAsync(content, TestContext.Current.CancellationToken);
                Assert.All(s_traces, trace => Assert.DoesNotContain(trace, Encoding.Latin1.GetString(content.ToArray()), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task What_its_program_wrote_beside_the_text_is_left_out_and_the_text_stays()
    {
        var document = $"""
            <!-- {Samples.Maker} --><w:p w:rsidR="00{Samples.Maker}"><w:r><w:drawing><wp:docPr xmlns:wp="wp" id="1" name="{Samples.Maker}.jpg" descr="C:\Users\{Samples.Maker}\1.jpg"/></w:drawing>
            <w:t xml:space="preserve"> 窗口排队 &amp; 推诿 </w:t></w:r><w:hyperlink r:id="rId1" xmlns:r="r"><w:r><w:instrText> HYPERLINK \l "_Toc1" </w:instrText></w:r></w:hyperlink></w:p>
            """;
        var bytes = Samples.Docx(
            document,
            ("word/settings.xml", Samples.Xml($"<w:settings xmlns:w=\"w\"><w:attachedTemplate/><w:rsids><w:rsid w:val=\"{Samples.Maker}\"/></w:rsids><w:docVars><w:docVar w:val=\"{Samples.Maker}\"/></w:docVars></w:settings>")),
            ("word/_rels/settings.xml.rels", Relations($"<Relationship Id=\"rId1\" Type=\"http://x/attachedTemplate\" Target=\"file:///C:/Users/{Samples.Maker}/a.dotm\" TargetMode=\"External\"/>")),
            ("word/_rels/document.xml.rels", Relations(
                $"<Relationship Id=\"rId1\" Type=\"http://x/hyperlink\" Target=\"https://drive.example/personal/{Samples.Maker}\" TargetMode=\"External\"/>"
                + "<Relationship Id=\"rId2\" Type=\"http://x/customXml\" Target=\"../customXml/item1.xml\"/>")),
            ("customXml/item1.xml", Samples.Xml($"<x>{Samples.Maker}</x>")),
            ("customXml/_rels/item1.xml.rels", Relations("")),
            ("docMetadata/LabelInfo.xml", Samples.Xml($"<x>{Samples.Maker}</x>")),
            ("word/glossary/document.xml", Samples.Xml($"<x>{Samples.Maker}</x>")),
            ("docProps/thumbnail.jpeg", Samples.Jpeg()),
            ("word/media/image1.webp", Samples.Webp()),
            ("word/media/image2.png", Samples.Png()));
        var id = await _office.AddAsync(bytes, "a.docx");

        var parts = Parts(await _office.ReadAsync(id, _office.Clerk, asCopy: true));

        Assert.All(parts.Values, part => Assert.All(s_traces, trace => Assert.DoesNotContain(trace, part, StringComparison.Ordinal)));
        Assert.DoesNotContain(parts.Keys, name => name.StartsWith("customXml/", StringComparison.Ordinal) || name.Contains("glossary", StringComparison.Ordinal) || name.Contains("Label", StringComparison.Ordinal));
        Assert.Contains(" 窗口排队 &amp; 推诿 ", parts["word/document.xml"], StringComparison.Ordinal);
        Assert.Contains("xml:space=\"preserve\"", parts["word/document.xml"], StringComparison.Ordinal);
        Assert.Equal(["rId1"], XDocument.Parse(parts["word/_rels/document.xml.rels"]).Root!.Elements().Select(e => e.Attribute("Id")!.Value));
        Assert.Contains("Target=\"about:blank\"", parts["word/_rels/document.xml.rels"], StringComparison.Ordinal);

        // The copy is a good file itself, and its own copy is the same.
        var again = await _office.AddAsync(await _office.ReadAsync(id, _office.Clerk, asCopy: true), "a.docx");
        Assert.Equal(parts, Parts(await _office.ReadAsync(again, _office.Clerk, asCopy: true)));
    }

    [Fact]
    public async Task A_workbook_keeps_its_cells_and_neither_printer_nor_who_refreshed_it()
    {
        var id = await _office.AddAsync(
            Samples.Zip(
            [
                ("[Content_Types].xml", Samples.Xml("<Types xmlns=\"t\"><Default Extension=\"bin\" ContentType=\"p\"/><Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"c\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"w\"/></Types>")),
                ("xl/workbook.xml", Samples.Xml("<workbook/>")),
                ("xl/worksheets/sheet1.xml", Samples.Xml("<worksheet xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c><v>12</v></c><pageSetup paperSize=\"9\" r:id=\"rId1\"/></worksheet>")),
                ("xl/worksheets/_rels/sheet1.xml.rels", Relations("<Relationship Id=\"rId1\" Type=\"http://x/printerSettings\" Target=\"../printerSettings/printerSettings1.bin\"/>")),
                ("xl/printerSettings/printerSettings1.bin", Encoding.Unicode.GetBytes(Samples.Maker)),
                ("xl/persons/person.xml", Samples.Xml($"<personList><person displayName=\"{Samples.Maker}\"/></personList>")),
                ("xl/pivotCache/pivotCacheDefinition1.xml", Samples.Xml($"<pivotCacheDefinition refreshedBy=\"{Samples.Maker}\"/>")),
            ]),
            "a.xlsx");

        var parts = Parts(await _office.ReadAsync(id, _office.Clerk, asCopy: true));

        Assert.All(parts.Values, part => Assert.DoesNotContain(Samples.Maker, part, StringComparison.Ordinal));
        Assert.Equal(
            ["[Content_Types].xml", "xl/pivotCache/pivotCacheDefinition1.xml", "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"],
            parts.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("<v>12</v>", parts["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("rId1", parts["xl/worksheets/sheet1.xml"] + parts["xl/worksheets/_rels/sheet1.xml.rels"], StringComparison.Ordinal);
        Assert.DoesNotContain("customXml", parts["[Content_Types].xml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/embeddings/Microsoft_Excel_Sheet1.xlsx")]
    [InlineData("word/embeddings/oleObject1.docx")]
    [InlineData("word/media/image1.emf")]
    [InlineData("word/media/image1.wmf")]
    [InlineData("word/media/image1.tif")]
    [InlineData("word/media/image1.gif")]
    [InlineData("word/media/image1.svg")]
    [InlineData("word/media/media1.mp4")]
    [InlineData("word/vmlDrawing1.vml")]
    [InlineData("word/webextensions/webextension1.xml")]
    [InlineData("word/fonts/font1.odttf")]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/connections.xml")]
    [InlineData("ppt/tags/tag1.xml")]
    [InlineData("anything.else")]
    public async Task A_document_with_something_that_nobody_cleans_is_not_copied(string part) =>
        await IsRefusedAsync(Samples.Docx(others: (part, Samples.Xml("<x/>"))), nameof(EvidenceText.Refused_CopyHasOther));

    [Theory]
    [InlineData("image", "file:///C:/Users/a/1.jpg", "External")]
    [InlineData("image", "https://drive.example/1.jpg", "External")]
    [InlineData("image", "file:///C:/Users/a/1.jpg", "Internal")]
    [InlineData("image", "\\\\server\\share\\1.jpg", "Internal")]
    [InlineData("oleObject", "file:///C:/Users/a/1.xlsx", "External")]
    [InlineData("externalLinkPath", "1.xlsx", "External")]
    [InlineData("frame", "https://drive.example/", "External")]
    public async Task A_document_that_takes_something_from_elsewhere_is_not_copied(string type, string target, string mode) => await IsRefusedAsync(
        Samples.Docx(others: ("word/_rels/document.xml.rels", Relations($"<Relationship Id=\"rId1\" Type=\"http://x/{type}\" Target=\"{target}\" TargetMode=\"{mode}\"/>"))),
        nameof(EvidenceText.Refused_CopyHasOther));

    [Theory]
    [InlineData("<w:p><w:r><w:instrText> AUTHOR </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText> LASTSA</w:instrText></w:r><w:r><w:instrText>VEDBY </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:fldSimple w:instr=\" FILENAME \\p \"/></w:p>")]
    [InlineData("<w:p><w:r><w:instrText> INCLUDEPICTURE \"a.jpg\" </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText> HYPERLINK \"file:///C:/Users/a/1.jpg\" </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText> LINK Excel.Sheet.12 1.xlsx </w:instrText></w:r></w:p>")]
    [InlineData("<w:p><v:imagedata xmlns:v=\"v\" xmlns:o=\"o\" o:href=\"1.jpg\"/></w:p>")]
    public async Task A_document_with_text_that_its_program_fills_in_is_not_copied(string text) => await IsRefusedAsync(Samples.Docx(text), nameof(EvidenceText.Refused_CopyHasOther));

    [Theory]
    [InlineData("<w:p><x:ins xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" x:author=\"谭示安\"/></w:p>")]
    [InlineData("<w:p><w:permStart w:id=\"1\" w:ed=\"OFFICE\\tan\"/></w:p>")]
    [InlineData("<w:p><w:sdt><w:dataBinding w:prefixMappings=\"xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\" w:xpath=\"/c:x\"/></w:sdt></w:p>")]
    public async Task Names_in_the_text_are_found_whatever_they_are_written_as(string text) => await IsRefusedAsync(Samples.Docx(text), nameof(EvidenceText.Refused_CopyHasAuthors));

    [Fact]
    public async Task A_part_that_cannot_be_read_is_not_copied()
    {
        await IsRefusedAsync(Samples.Docx("<w:p>"), nameof(EvidenceText.Refused_NoCopy));
        await IsRefusedAsync(Samples.Docx(others: ("word/styles.xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>"))), nameof(EvidenceText.Refused_NoCopy));
        await IsRefusedAsync(Samples.Docx(others: ("word/media/image1.jpg", Samples.Pdf())), nameof(EvidenceText.Refused_NoCopy));
    }

    [Theory]
    [InlineData("<w:p><w:ins w:author=\"谭示安\" w:date=\"2026-11-20\"/></w:p>", null)]
    [InlineData("<w:p/>", "word/comments.xml")]
    [InlineData("<w:p/>", "word/people.xml")]
    public async Task A_document_that_names_people_in_its_text_is_not_copied(string text, string? part)
    {
        var id = await _office.AddAsync(Samples.Docx(text, part is null ? [] : [(part, Samples.Xml("<x/>"))]), "a.docx");

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(id, _office.Clerk, asCopy: true));

        Assert.Equal(nameof(EvidenceText.Refused_CopyHasAuthors), refused.Code);
    }

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.mp4")]
    [InlineData("a.mp3")]
    public async Task Where_nobody_can_promise_it_no_copy_is_made(string name)
    {
        var id = await _office.AddAsync(name switch { "a.pdf" => Samples.Pdf(), "a.mp4" => Samples.Mp4(), _ => Samples.Mp3() }, name);

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(id, _office.Clerk, asCopy: true));

        Assert.Equal(nameof(EvidenceText.Refused_NoCopy), refused.Code);
    }

    private static byte[] Relations(string each) => Samples.Xml($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{each}</Relationships>");

    private static Dictionary<string, string> Parts(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var content = new MemoryStream();
            part.CopyTo(content);
            return e.FullName.Contains("/media/", StringComparison.Ordinal) ? Encoding.Latin1.GetString(content.ToArray()) : Encoding.UTF8.GetString(content.ToArray());
        });
    }

    private async Task IsRefusedAsync(byte[] document, string code)
    {
        var id = await _office.AddAsync(document, "a.docx");

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(id, _office.Clerk, asCopy: true));

        Assert.Equal(code, refused.Code);
    }
}

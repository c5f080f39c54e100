using System.Text;
using Portal.Evidence;

namespace Portal.Tests.Security.Evidence;

/// <summary>What is not taken, and by which words (test 33).</summary>
public sealed class BadUploadTests : IDisposable
{
    private const string Content = nameof(EvidenceText.Refused_Content);
    private const string Type = nameof(EvidenceText.Refused_Type);
    private const string Active = nameof(EvidenceText.Refused_Active);

    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    private static readonly byte[] s_html = "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray();
    private static readonly byte[] s_svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray();

    private static readonly Dictionary<string, (string Name, Func<byte[]> Bytes, string Code)> s_bad = new()
    {
        ["nothing"] = ("a.pdf", () => [], nameof(EvidenceText.Refused_Empty)),
        ["no ending"] = ("report", () => Samples.Pdf(), Type),
        ["an ending alone"] = (".exe", () => Samples.Pdf(), Type),
        ["a program"] = ("a.exe", () => [.. "MZ"u8, .. new byte[100]], Type),
        ["a program named pdf"] = ("a.pdf", () => [.. "MZ"u8, .. new byte[100]], Content),
        ["two endings, the last a program"] = ("photo.jpg.exe", () => Samples.Jpeg(), Type),
        ["two endings, the first a program"] = ("photo.exe.jpg", () => Samples.Jpeg(), Type),
        ["two endings, the first a page"] = ("photo.html.jpg", () => Samples.Jpeg(), Type),
        ["an ending written backwards"] = ("photo\u202Egpj.exe", () => Samples.Jpeg(), Type),
        ["an ending in full width"] = ("photo\uFF0Ejpg", () => Samples.Jpeg(), Type),
        ["a stream of another file"] = ("a.pdf:b.exe", () => Samples.Pdf(), Type),
        ["SVG"] = ("a.svg", () => s_svg, Type),
        ["SVG named png"] = ("a.png", () => s_svg, Content),
        ["HTML"] = ("a.html", () => s_html, Type),
        ["HTML named jpg"] = ("a.jpg", () => s_html, Content),
        ["HTML named docx"] = ("a.docx", () => s_html, Content),
        ["PNG named jpg"] = ("a.jpg", () => Samples.Png(), Content),
        ["JPEG named png"] = ("a.png", () => Samples.Jpeg(), Content),
        ["EICAR named pdf"] = ("a.pdf", () => s_eicar, Content),
        ["EICAR named mp3"] = ("a.mp3", () => s_eicar, Content),
        ["a script"] = ("a.js", () => "alert(1)"u8.ToArray(), Type),
        ["an archive"] = ("a.zip", () => Samples.Zip([("a.txt", [1])]), Type),
        ["an archive named docx"] = ("a.docx", () => Samples.Zip([("a.txt", [1])]), Content),
        ["a workbook named docx"] = ("a.docx", Samples.Xlsx, Content),
        ["an old document"] = ("a.doc", () => [0xD0, 0xCF, 0x11, 0xE0], Type),
        ["an encrypted document"] = ("a.docx", () => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]], Content),
        ["PDF that is HTML too"] = ("a.pdf", () => [.. "%PDF-1.7\n<html><script>alert(1)</script>"u8, .. Samples.Pdf()], Content),
        ["PDF behind a picture's head"] = ("a.jpg", () => [0xFF, 0xD8, .. Samples.Pdf()], Content),
        ["PDF behind a picture"] = ("a.jpg", () => Samples.Jpeg(behind: [.. new byte[2000], .. Samples.Pdf()]), Content),
        ["page behind a picture"] = ("a.jpg", () => Samples.Jpeg(behind: [.. new byte[2000], .. s_html]), Content),
        ["archive behind a picture"] = ("a.jpg", () => Samples.Jpeg(behind: Samples.Zip([("a.txt", [1])])), Content),
        ["archive behind a PDF"] = ("a.pdf", () => [.. Samples.Pdf(), .. Samples.Zip([("a.txt", [1])])], Content),
        ["anything behind a PNG"] = ("a.png", () => Samples.Png(behind: [1, 2, 3]), Content),
        ["anything behind a film"] = ("a.mp4", () => Samples.Mp4(behind: [1, 2, 3]), Content),
        ["a document behind something"] = ("a.docx", () => [.. "hello"u8, .. Samples.Docx()], Content),
        ["something behind a document"] = ("a.docx", () => [.. Samples.Docx(), .. "hello"u8], Content),
        ["a film of another kind"] = ("a.mp4", () => Samples.Mp4("XXXX"), Content),
        ["half a picture"] = ("a.jpg", () => Samples.Jpeg()[..^12], Content),
        ["half a PNG"] = ("a.png", () => Samples.Png()[..^20], Content),
        ["half a film"] = ("a.mp4", () => Samples.Mp4()[..^20], Content),
        ["half a PDF"] = ("a.pdf", () => Samples.Pdf()[..^20], Content),
        ["PDF that runs a script"] = ("a.pdf", () => Samples.Pdf("3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj"), Active),
        ["PDF that starts a program"] = ("a.pdf", () => Samples.Pdf("3 0 obj<</S/Launch/F(cmd.exe)>>endobj"), Active),
        ["PDF with a file inside"] = ("a.pdf", () => Samples.Pdf("3 0 obj<</Type/EmbeddedFile>>endobj"), Active),
        ["a document with macros"] = ("a.docx", () => Samples.Docx(others: ("word/vbaProject.bin", [1])), Active),
        ["a document with a program"] = ("a.docx", () => Samples.Docx(others: ("word/embeddings/a.exe", [1])), Active),
        ["a document with an object"] = ("a.docx", () => Samples.Docx(others: ("word/embeddings/oleObject1.bin", [1])), Active),
        ["a document that climbs out"] = ("a.docx", () => Samples.Docx(others: ("../../x.xml", [1])), Content),
        ["a document with a part twice"] = ("a.docx", () => Samples.Docx(others: ("word/DOCUMENT.xml", [1])), Content),
        ["a bomb"] = ("a.docx", () => Samples.Docx(others: ("word/media/a.emf", new byte[3_000_000])), nameof(EvidenceText.Refused_Inflates)),
        ["ten thousand parts"] = ("a.docx", () => Samples.Docx(others: [.. Enumerable.Range(0, 10_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))]), nameof(EvidenceText.Refused_Inflates)),
        ["50,000 × 50,000 pixels, PNG"] = ("a.png", () => Samples.Png(50_000, 50_000), nameof(EvidenceText.Refused_Pixels)),
        ["60,000 × 60,000 pixels, JPEG"] = ("a.jpg", () => Samples.Jpeg(60_000, 60_000), nameof(EvidenceText.Refused_Pixels)),
        ["one byte too many"] = ("a.mp4", () => Samples.Mp4(data: (2 * 1024 * 1024) - 143), nameof(EvidenceText.Refused_TooLarge)),
    };

    private readonly EvidenceOffice _office = new() { Options = new EvidenceOptions { MaxDocumentMegabytes = 1, MaxVideoMegabytes = 2, MaxInflatedMegabytes = 2, MaxFiles = 3, QuotaMegabytes = 10 } };

    public static TheoryData<string> Bad => [.. s_bad.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Is_refused_in_words_and_leaves_nothing(string what)
    {
        var (name, bytes, code) = s_bad[what];

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(bytes(), name));

        Assert.Equal(code, refused.Code);
        Assert.Empty(_office.Rows());
        Assert.Empty(Directory.Exists(_office.Folder) ? Directory.EnumerateFiles(_office.Folder) : []);
    }

    public static TheoryData<string> Good => ["a.pdf", "a.docx", "a.xlsx", "a.jpg", "a.JPEG", "a.png", "a.webp", "a.mp4", "a.mov", "a.m4a", "a.mp3"];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_file_of_every_kind_comes_back_as_it_was(string name)
    {
        var bytes = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" => Samples.Pdf(),
            ".docx" => Samples.Docx(),
            ".xlsx" => Samples.Xlsx(),
            ".png" => Samples.Png(),
            ".webp" => Samples.Webp(),
            ".mp4" => Samples.Mp4(),
            ".mov" => Samples.Mp4("qt  "),
            ".m4a" => Samples.Mp4("M4A "),
            ".mp3" => Samples.Mp3(),
            _ => Samples.Jpeg(behind: [.. "MotionPhoto"u8, .. Samples.Mp4()]),
        };

        var id = await _office.AddAsync(bytes, name);

        Assert.Equal(bytes, await _office.ReadAsync(id, _office.Clerk));
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_taken()
    {
        var film = Samples.Mp4(data: (2 * 1024 * 1024) - 144);
        Assert.Equal(2 * 1024 * 1024, film.Length);

        var id = await _office.AddAsync(film, "a.mp4");

        Assert.Equal(film, await _office.ReadAsync(id, _office.Clerk));
    }

    [Theory]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData("C:\\Users\\tan\\线索.PDF", "线索.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1.2026.pdf", "_com1.2026.pdf")]
    [InlineData("a;b\r\nSet-Cookie: x.pdf", "a_bSet-Cookie_ x.pdf")]
    [InlineData("a\"b<c>|?*.pdf", "a_b_c____.pdf")]
    [InlineData("invoice\u202Efdp.x.pdf", "invoicefdp.x.pdf")]
    [InlineData("zero\u200Bwidth\u2066.pdf", "zerowidth.pdf")]
    [InlineData("e\u0301.pdf", "\u00E9.pdf")]
    [InlineData("lone\uD800.pdf", "lone.pdf")]
    [InlineData("  .. a .pdf. ", "a.pdf")]
    public async Task A_name_is_cleaned(string name, string clean)
    {
        await _office.AddAsync(Samples.Pdf(), name);

        Assert.Equal(clean, (await _office.AsAuthor().ListAsync(_office.OfFinding, Stop))!.Rows.Single().Name);
    }

    [Fact]
    public async Task A_long_name_is_shortened_by_whole_characters_and_keeps_its_ending()
    {
        await _office.AddAsync(Samples.Pdf(), string.Concat(Enumerable.Repeat("𠮷", 300)) + ".pdf");

        var name = (await _office.AsAuthor().ListAsync(_office.OfFinding, Stop))!.Rows.Single().Name;

        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 62)) + ".pdf", name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 255);
    }

    [Fact]
    public async Task A_matter_has_so_many_files_and_not_one_more()
    {
        for (var i = 0; i < 3; i++)
        {
            await _office.AddAsync(Samples.Pdf(), $"{i}.pdf");
        }

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(Samples.Pdf(), "4.pdf"));

        Assert.Equal(nameof(EvidenceText.Refused_TooMany), refused.Code);
        Assert.Equal(3, Directory.EnumerateFiles(_office.Folder).Count());
    }

    [Fact]
    public async Task One_person_stores_so_much_and_not_more()
    {
        var other = _office.Office.Finding("WT-2026-0002", _office.Author, _office.Agency);
        var film = Samples.Mp4(data: 1_900_000);
        for (var i = 0; i < 5; i++)
        {
            await _office.AddAsync(film, $"{i}.mp4", owner: new EvidenceOwner(EvidenceMatter.Finding, i < 3 ? _office.Finding.Value : other.Value));
        }

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.AddAsync(film, "6.mp4", owner: new EvidenceOwner(EvidenceMatter.Finding, other.Value)));

        Assert.Equal(nameof(EvidenceText.Refused_Quota), refused.Code);
        Assert.Equal(5, Directory.EnumerateFiles(_office.Folder).Count());
    }

    [Fact]
    public async Task An_upload_that_is_cut_leaves_nothing()
    {
        var author = _office.AsAuthor();

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => author.AddAsync(
            _office.OfFinding, EvidenceKind.Material, 0, _ => Task.FromResult<EvidenceUpload?>(new EvidenceUpload("a.mp4", new CutStream(Samples.Mp4(data: 1_500_000), 700_000))), Stop));

        Assert.Equal(nameof(EvidenceText.Refused_Malformed), refused.Code);
        Assert.Empty(Directory.EnumerateFiles(_office.Folder));
        Assert.Empty(_office.Rows());
    }

    [Fact]
    public async Task Nothing_is_read_for_whoever_may_not_add()
    {
        var stranger = _office.As(Portal.Tests.Support.Acting.Supervisor(_office.Office.Supervisor("另一人")));

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => stranger.AddAsync(
            _office.OfFinding, EvidenceKind.Material, 0, _ => throw new InvalidOperationException("The body was read."), Stop));

        Assert.Equal(nameof(EvidenceText.Refused_NotFound), refused.Code);
    }

    [Fact]
    public async Task What_is_no_longer_permitted_at_the_end_is_refused_although_it_was_at_the_beginning()
    {
        var author = _office.AsAuthor();

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => author.AddAsync(
            _office.OfFinding,
            EvidenceKind.Material,
            0,
            _ =>
            {
                _office.Office.Recuse(_office.Author, Portal.Domain.Recusals.RecusalMatter.Of(_office.Agency));
                return Task.FromResult<EvidenceUpload?>(new EvidenceUpload("a.pdf", new MemoryStream(Samples.Pdf())));
            },
            Stop));

        Assert.Equal(nameof(EvidenceText.Refused_NotFound), refused.Code);
        Assert.Empty(Directory.EnumerateFiles(_office.Folder));
    }

    private sealed class CutStream(byte[] bytes, int after) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > after ? throw new IOException("cut") : ValueTask.FromResult(Read(buffer.Span));
    }
}

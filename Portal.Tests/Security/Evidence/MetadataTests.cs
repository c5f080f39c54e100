using System.IO.Compression;
using System.Text;
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
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Evidence;
using Portal.Evidence.Cipher;

namespace Portal.Tests.Security.Evidence;

/// <summary>What lies on the disk: nothing that can be read, nothing that can be changed unnoticed (test 34).</summary>
public sealed class AtRestTests : IDisposable
{
    private const int Segment = 1024 * 1024;
    private const string Canary = "CANARY-CONTENT-90211";
    private const string CanaryName = "CANARY-NAME-90211";

    private readonly EvidenceOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Neither_content_nor_name_can_be_found_in_the_folder_or_the_database()
    {
        await _office.AddAsync(Samples.Pdf(Canary), CanaryName + ".pdf");

        var files = Directory.EnumerateFiles(_office.Folder).Concat(Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(DatabasePath()) + "*")).ToList();

        Assert.True(files.Count >= 2);
        Assert.All(files, file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var text = Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(CanaryName, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.ASCII.GetBytes(CanaryName)), text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Any_changed_bit_is_noticed()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        var path = _office.PathOf(id);
        var stored = await File.ReadAllBytesAsync(path, Stop);
        var clerk = _office.As(_office.Clerk);
        for (var at = 0; at < stored.Length; at++)
        {
            stored[at] ^= 1;
            await File.WriteAllBytesAsync(path, stored, Stop);

            var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => clerk.OpenAsync(id, false, Stop));

            Assert.Equal(nameof(EvidenceText.Refused_Damaged), refused.Code);
            stored[at] ^= 1;
        }

        Assert.All(_office.Reads.All, r => Assert.Equal(EvidenceService.Damaged, r.Reason));
        Assert.Equal(stored.Length, _office.Reads.All.Count);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(16 + 100)]
    [InlineData(16 + Segment + 16)]
    [InlineData(16 + (2 * (Segment + 16)))]
    public async Task A_file_that_was_cut_is_refused_before_its_first_byte(int length)
    {
        var id = await _office.AddAsync(Samples.Mp4(data: (2 * Segment) + 500), "a.mp4");
        using (var file = File.OpenWrite(_office.PathOf(id)))
        {
            file.SetLength(length);
        }

        await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.As(_office.Clerk).OpenAsync(id, false, Stop));
    }

    [Fact]
    public async Task Exchanged_segments_give_nothing_of_themselves()
    {
        var film = Samples.Mp4(data: (4 * Segment) + 500);
        var id = await _office.AddAsync(film, "a.mp4");
        var stored = await File.ReadAllBytesAsync(_office.PathOf(id), Stop);
        const int sealedLength = Segment + 16;
        var (second, third) = (stored.AsSpan(16 + sealedLength, sealedLength).ToArray(), stored.AsSpan(16 + (2 * sealedLength), sealedLength).ToArray());
        third.CopyTo(stored, 16 + sealedLength);
        second.CopyTo(stored, 16 + (2 * sealedLength));
        await File.WriteAllBytesAsync(_office.PathOf(id), stored, Stop);

        using var download = await _office.As(_office.Clerk).OpenAsync(id, false, Stop);
        using var target = new MemoryStream();
        await Assert.ThrowsAsync<DamagedEvidenceException>(() => download!.WriteAsync(target, Stop));

        Assert.Equal(film[..Segment], target.ToArray());
        Assert.Equal([null, EvidenceService.Damaged], _office.Reads.All.Select(r => r.Reason));
    }

    [Fact]
    public async Task A_file_does_not_open_in_the_place_of_another()
    {
        var one = await _office.AddAsync(Samples.Pdf("1"), "a.pdf");
        var other = await _office.AddAsync(Samples.Pdf("2"), "b.pdf");
        var (path, otherPath) = (_office.PathOf(one), _office.PathOf(other));
        File.Move(path, path + "-");
        File.Move(otherPath, path);
        File.Move(path + "-", otherPath);

        await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(one, _office.Clerk));
        await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(other, _office.Clerk));
    }

    [Fact]
    public async Task A_row_that_points_to_the_file_and_key_of_another_opens_nothing()
    {
        var one = await _office.AddAsync(Samples.Pdf("1"), "a.pdf");
        var other = await _office.AddAsync(Samples.Pdf("2"), "b.pdf");
        var key = _office.Rows().Single(f => f.Id == other).WrappedKey;
        _office.Office.Read(db => db.Evidence.Where(f => f.Id == one).ExecuteUpdate(set => set.SetProperty(f => f.WrappedKey, key)));

        await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(one, _office.Clerk));
    }

    [Fact]
    public void No_nonce_comes_twice_in_a_hundred_thousand_segments()
    {
        var seen = new HashSet<string>();
        var nonce = new byte[12];
        for (var file = 0; file < 1000; file++)
        {
            var format = SegmentFormat.New(Guid.CreateVersion7());
            for (uint segment = 0; segment < 100; segment++)
            {
                format.WriteNonce(nonce, segment, segment == 99);
                Assert.True(seen.Add(Convert.ToHexString(nonce)));
            }
        }

        Assert.Equal(100_000, seen.Count);
    }

    [Fact]
    public async Task Renewing_the_key_moves_every_file_and_touches_none()
    {
        var id = await _office.AddAsync(Samples.Pdf("1"), "a.pdf");
        var stored = await File.ReadAllBytesAsync(_office.PathOf(id), Stop);
        _office.Renew();

        var moved = await _office.Get<FileKeys>(_office.Clerk).RewrapAsync(_office.Office.Db.Work, Stop);
        var again = await _office.Get<FileKeys>(_office.Clerk).RewrapAsync(_office.Office.Db.Work, Stop);

        Assert.Equal((1, 0), (moved, again));
        Assert.Equal(2, _office.Rows().Single().KeyVersion);
        Assert.Equal(stored, await File.ReadAllBytesAsync(_office.PathOf(id), Stop));
        Assert.Equal(Samples.Pdf("1"), await _office.ReadAsync(id, _office.Clerk));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Segment - 1)]
    [InlineData(Segment)]
    [InlineData(Segment + 1)]
    [InlineData(3 * Segment)]
    public async Task Every_length_comes_back_and_can_be_sought_in(int length)
    {
        var (key, file, text) = (FileKeys.New(), Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(length));
        using var stored = new MemoryStream();
        using (var writer = new SegmentWriter(stored, key, file))
        {
            foreach (var part in text.Chunk(50_000))
            {
                await writer.WriteAsync(part, Stop);
            }

            await writer.CompleteAsync(Stop);
        }

        stored.Position = 0;
        using var reader = SegmentReader.Open(stored, key, file);
        using var read = new MemoryStream();
        await reader.CopyToAsync(read, Stop);

        Assert.Equal(text, read.ToArray());
        reader.Position = length / 2;
        Assert.Equal(length == 0 ? -1 : text[length / 2], reader.ReadByte());
    }

    private string DatabasePath() => _office.Office.Read(db => db.Database.GetDbConnection().DataSource);
}

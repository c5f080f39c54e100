using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Drafts;
using Portal.Evidence;
using Portal.Features.Findings.Mine;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>Whatever is broken off: no row without its file, and no file without its row for long (tests 40, 42).</summary>
public sealed class CrashSafetyTests : IDisposable
{
    private readonly EvidenceOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_file_and_its_name_are_on_the_disk_before_the_row_is()
    {
        var disk = new WatchedDisk(() => _office.Rows().Count);
        _office.Disk = disk;

        await _office.AddAsync(Samples.Pdf(), "a.pdf");

        Assert.Equal(["create 0", "sync 0", "rename 0", "sync folder 0"], disk.Acts);
        Assert.Single(_office.Rows());
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("rename")]
    [InlineData("sync folder")]
    public async Task A_failing_disk_leaves_no_row(string act)
    {
        _office.Disk = new WatchedDisk(() => 0) { Fails = act };

        await Assert.ThrowsAsync<IOException>(() => _office.AddAsync(Samples.Pdf(), "a.pdf"));

        Assert.Empty(_office.Rows());
    }

    [Fact]
    public async Task Files_without_a_row_are_swept_after_a_day_and_those_with_one_stay()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        var (old, young) = (Write("11111111111111111111111111111111.ev", hours: -25), Write("22222222222222222222222222222222.ev", hours: -23));
        var (oldPart, youngPart) = (Write("33333333333333333333333333333333.part", hours: -25), Write("44444444444444444444444444444444.part", hours: -23));
        var others = Write("notes.txt", hours: -100);
        File.SetLastWriteTimeUtc(_office.PathOf(id), Now.AddDays(-9).UtcDateTime);

        await _office.Get<EvidenceSweeper>(_office.Clerk).SweepAsync(Stop);

        Assert.Equal(new[] { _office.PathOf(id), young, youngPart, others }.Order(), Directory.EnumerateFiles(_office.Folder).Order());
        Assert.False(File.Exists(old) || File.Exists(oldPart));
    }

    [Fact]
    public async Task Files_of_a_form_that_was_given_up_are_swept_and_those_of_a_kept_draft_stay()
    {
        var kept = new FindingForm { Text = "排队" };
        var draft = await _office.AddAsync(Samples.Jpeg(), "a.jpg", owner: new EvidenceOwner(EvidenceMatter.FindingDraft, kept.Id));
        await _office.AddAsync(Samples.Jpeg(), "b.jpg", owner: new EvidenceOwner(EvidenceMatter.FindingDraft, Guid.CreateVersion7()));
        await new DraftService(_office.Office.Db, Acting.Supervisor(_office.Author).Guard(), _office.Office.Clock).SaveAsync(DraftNames.Finding, kept, Stop);
        await SweepAsync();
        Assert.Equal(2, _office.Rows().Count);

        _office.Office.Clock.Advance(TimeSpan.FromHours(25));
        await SweepAsync();

        Assert.Equal([draft], _office.Rows().Select(f => f.Id));
        Assert.Equal([_office.PathOf(draft)], Directory.EnumerateFiles(_office.Folder));
    }

    [Fact]
    public async Task What_was_taken_back_is_erased_after_its_time_and_its_row_stays()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        await _office.AsAuthor().RemoveAsync(id, "发错了", Stop);
        _office.Office.Clock.Advance(TimeSpan.FromDays(29));
        await SweepAsync();
        Assert.Single(Directory.EnumerateFiles(_office.Folder));

        _office.Office.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Empty(Directory.EnumerateFiles(_office.Folder));
        Assert.Equal((null, "发错了"), (_office.Rows().Single().WrappedKey, _office.Rows().Single().RemovalReason));
    }

    [Fact]
    public async Task A_row_whose_file_is_gone_says_that_it_is_damaged()
    {
        var id = await _office.AddAsync(Samples.Pdf(), "a.pdf");
        File.Delete(_office.PathOf(id));

        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => _office.ReadAsync(id, _office.Clerk));

        Assert.Equal(nameof(EvidenceText.Refused_Damaged), refused.Code);
    }

    private DateTimeOffset Now => _office.Office.Clock.GetUtcNow();

    private Task SweepAsync() => _office.Get<EvidenceSweeper>(_office.Clerk).SweepAsync(Stop);

    private string Write(string name, int hours)
    {
        var path = Path.Combine(_office.Folder, name);
        File.WriteAllText(path, "x");
        File.SetLastWriteTimeUtc(path, Now.AddHours(hours).UtcDateTime);
        return path;
    }

    private sealed class WatchedDisk(Func<int> rows) : IDiskFiles
    {
        private readonly DiskFiles _disk = new();

        public List<string> Acts { get; } = [];

        public string? Fails { get; init; }

        public FileStream Create(string path) => Act("create", () => _disk.Create(path));

        public void Sync(FileStream file) => Act("sync", () => Nothing(() => _disk.Sync(file)));

        public void Rename(string path, string newPath) => Act("rename", () => Nothing(() => _disk.Rename(path, newPath)));

        public void SyncFolder(string folder) => Act("sync folder", () => Nothing(() => _disk.SyncFolder(folder)));

        public void Delete(string path) => _disk.Delete(path);

        public long FreeAt(string folder) => _disk.FreeAt(folder);

        private static bool Nothing(Action act)
        {
            act();
            return true;
        }

        private T Act<T>(string name, Func<T> act)
        {
            Acts.Add($"{name} {rows()}");
            return name == Fails ? throw new IOException(name) : act();
        }
    }
}

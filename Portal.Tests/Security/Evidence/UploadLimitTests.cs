using Microsoft.Extensions.Options;
using Portal.Domain.People;
using Portal.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>Many files at once are no more than one after the other: so many of one person, and never more than fits, asked before the first byte.</summary>
public sealed class UploadLimitTests : IDisposable
{
    private const long Mega = 1024 * 1024;

    private readonly EvidenceOffice _office = new() { Options = new EvidenceOptions { QuotaMegabytes = 10, UploadsAtOnce = 3, ReserveMegabytes = 100 } };
    private readonly TaskCompletionSource _arrives = new();
    private readonly Room _room = new();

    public UploadLimitTests() => _office.Disk = _room;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task One_person_sends_so_many_at_once_and_others_send_theirs()
    {
        var service = _office.AsAuthor();
        var underWay = Enumerable.Range(0, 3).Select(_ => SlowAsync(service, 1000)).ToList();

        await IsRefusedAsync(nameof(EvidenceText.Refused_TooManyAtOnce), service, 1000);

        _arrives.SetResult();
        await Task.WhenAll(underWay);
        await SlowAsync(service, 1000);
        Assert.Equal(4, _office.Rows().Count);
    }

    [Fact]
    public void Whoever_has_no_account_sends_one_at_a_time_and_all_such_share_the_places()
    {
        var uploads = new UploadsUnderWay(_room, new EvidenceFolder(Path.GetTempPath()), Options.Create(new EvidenceOptions { VisitorUploadsAtOnce = 2, UploadsAtOnce = 1, ReserveMegabytes = 0 }));
        using var one = uploads.BeginVisitor("a", 10);
        Assert.Equal(nameof(EvidenceText.Refused_VisitorsBusy), Assert.Throws<EvidenceRefusedException>(() => uploads.BeginVisitor("a", 10)).Code);
        using (uploads.BeginVisitor("b", 10))
        {
            Assert.Equal(nameof(EvidenceText.Refused_VisitorsBusy), Assert.Throws<EvidenceRefusedException>(() => uploads.BeginVisitor("c", 10)).Code);
            using var known = uploads.Begin(PersonId.New(), 10);
            Assert.Equal(20, uploads.AnnouncedBy(person: null));
        }

        using var next = uploads.BeginVisitor("c", 10);
    }

    [Fact]
    public async Task Whoever_is_refused_or_cut_off_gives_the_place_back()
    {
        var service = _office.AsAuthor();
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<EvidenceRefusedException>(() => service.AddAsync(_office.OfFinding, EvidenceKind.Material, 1000, _ => Task.FromResult<EvidenceUpload?>(null), Stop));
        }

        await service.AddAsync(_office.OfFinding, EvidenceKind.Material, 1000, Sent, Stop);
        Assert.Single(_office.Rows());
    }

    [Fact]
    public async Task What_is_announced_is_held_against_the_quota_with_all_that_is_under_way()
    {
        var service = _office.AsAuthor();
        await IsRefusedAsync(nameof(EvidenceText.Refused_Quota), service, (10 * Mega) + 1);

        var underWay = SlowAsync(service, 6 * Mega);
        await IsRefusedAsync(nameof(EvidenceText.Refused_Quota), service, 5 * Mega);

        _arrives.SetResult();
        await underWay;
        await service.AddAsync(_office.OfFinding, EvidenceKind.Material, 5 * Mega, Sent, Stop);
        Assert.Equal(2, _office.Rows().Count);
    }

    [Fact]
    public async Task What_the_disk_has_no_room_for_is_refused_and_a_reserve_is_left()
    {
        var service = _office.AsAuthor();
        _room.Free = 105 * Mega;
        await IsRefusedAsync(nameof(EvidenceText.Refused_NoRoom), service, 6 * Mega);

        var underWay = SlowAsync(service, 4 * Mega);
        await IsRefusedAsync(nameof(EvidenceText.Refused_NoRoom), service, 2 * Mega);

        _arrives.SetResult();
        await underWay;
        _room.Free = 99 * Mega;
        await IsRefusedAsync(nameof(EvidenceText.Refused_NoRoom), service, 1);
    }

    [Fact]
    public void Room_is_known_of_a_folder_that_is_not_there_yet() => Assert.True(new DiskFiles().FreeAt(Path.Combine(_office.Folder, "not", "yet")) > 0);

    private static Task<EvidenceUpload?> Sent(CancellationToken cancellationToken) => Task.FromResult<EvidenceUpload?>(new EvidenceUpload("a.pdf", new MemoryStream(Samples.Pdf())));

    /// <summary>Has its place when this returns; arrives when the test says so.</summary>
    private Task<EvidenceState> SlowAsync(EvidenceService service, long announced)
    {
        var begun = new TaskCompletionSource();
        var sent = service.AddAsync(
            _office.OfFinding,
            EvidenceKind.Material,
            announced,
            async stop =>
            {
                begun.SetResult();
                await _arrives.Task;
                return await Sent(stop);
            },
            Stop);
        Assert.True(Task.WhenAny(begun.Task, sent).Wait(TimeSpan.FromSeconds(30), Stop));
        return sent;
    }

    private async Task IsRefusedAsync(string code, EvidenceService service, long announced)
    {
        var refused = await Assert.ThrowsAsync<EvidenceRefusedException>(() => service.AddAsync(
            _office.OfFinding, EvidenceKind.Material, announced, _ => throw new InvalidOperationException("The body was read."), Stop));

        Assert.Equal(code, refused.Code);
    }

    private sealed class Room : IDiskFiles
    {
        private readonly DiskFiles _disk = new();

        public long Free { get; set; } = long.MaxValue;

        public long FreeAt(string folder) => Free;

        public FileStream Create(string path) => _disk.Create(path);

        public void Sync(FileStream file) => _disk.Sync(file);

        public void Rename(string path, string newPath) => _disk.Rename(path, newPath);

        public void SyncFolder(string folder) => _disk.SyncFolder(folder);

        public void Delete(string path) => _disk.Delete(path);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;

namespace Portal.Tests.Security.Storage;

/// <summary>No room for another page (security.md 43): said in words, nothing half written, what needs no record can be read, and all is well again once there is room.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const string CannotSave = "现在无法保存";

    private readonly TroubledPortal _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _office.Portal.SignInAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_write_is_refused_in_words_whole_and_done_once_there_is_room()
    {
        _office.IsFull = true;
        var (done, refused) = await TroubledPortal.UntilRefusedAsync(_office.UploadAsync);
        using (refused)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains(CannotSave, await TroubledPortal.WordsOfAsync(refused), StringComparison.Ordinal);
        }

        Assert.Equal(done, await _office.ReadAsync(db => db.Evidence.CountAsync(Stop)));
        Assert.Equal(done, await RowsAsync(Permissions.AddEvidence.Name));
        Assert.Equal(HttpStatusCode.OK, (await _office.GetAsync("/findings")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _office.HealthAsync("ready"));
        Assert.Equal(HttpStatusCode.OK, await _office.HealthAsync("live"));
        await _office.VerifyAsync();

        _office.IsFull = false;

        using var again = await _office.UploadAsync();
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await _office.IsReadyAgainAsync();
        Assert.Equal(done + 1, await _office.ReadAsync(db => db.Evidence.CountAsync(Stop)));
        await _office.VerifyAsync();
    }

    [Fact]
    public async Task What_is_read_on_record_is_not_given_out_without_its_row()
    {
        using (var sent = await _office.UploadAsync())
        {
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        }

        var file = $"/evidence/{_office.Portal.Newest()!.Id.Value}";
        var before = await RowsAsync(Permissions.SeeEvidence.Name);
        _office.IsFull = true;

        var (given, refused) = await TroubledPortal.UntilRefusedAsync(() => _office.Portal.Client.GetAsync(file, Stop));

        using (refused)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("留下记录", await TroubledPortal.WordsOfAsync(refused), StringComparison.Ordinal);
        }

        Assert.Equal(before + given, await RowsAsync(Permissions.SeeEvidence.Name));
        await IsSaidOnAPageAsync($"/findings/{_office.Portal.Finding.Value}", "zh-CN", CannotSave);
        await IsSaidOnAPageAsync($"/findings/{_office.Portal.Finding.Value}", "en", "cannot be saved now");
        await IsSaidOnAPageAsync("/findings/export", "zh-CN", CannotSave);

        _office.IsFull = false;

        using var again = await _office.Portal.Client.GetAsync(file, Stop);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _office.GetAsync($"/findings/{_office.Portal.Finding.Value}")).Status);
    }

    // A page may find the last free place in the record; sooner or later there is none.
    private async Task IsSaidOnAPageAsync(string address, string language, string words)
    {
        _office.Portal.Cookies.Add(_office.Portal.Client.BaseAddress!, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString($"c={language}|uic={language}")));
        for (var tries = 0; tries < 100; tries++)
        {
            var (_, answer, _) = await _office.GetAsync(address);
            if (answer.Contains(words, StringComparison.Ordinal))
            {
                Assert.DoesNotContain("排队", answer, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail($"{address} never says it.");
    }

    private Task<int> RowsAsync(string act) => _office.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == act && e.Outcome == AuditOutcome.Done, Stop));
}

using Portal.Data;
using Portal.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Drafts;

public sealed class DraftRaceTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly DraftService _drafts;

    public DraftRaceTests() => _drafts = new DraftService(_office.Db, Acting.Supervisor(_office.Supervisor("示例甲")).Guard(), _office.Clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Two_pages_that_save_the_same_form_for_the_first_time_at_once_both_go_on()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(page => Task.Run(() => _drafts.SaveAsync("form", new Typed($"{page}"), Stop), Stop)));

        Assert.NotNull(await _drafts.LoadAsync<Typed>("form", Stop));
        Assert.Equal(1, _office.Read(db => db.Drafts.Count()));
    }

    [Fact]
    public async Task Typing_on_is_no_change_that_the_office_counts_anew_for()
    {
        await _drafts.SaveAsync("form", new Typed("a"), Stop);
        using var heard = _office.Db.Pulse.Listen();

        await _drafts.SaveAsync("form", new Typed("ab"), Stop);

        Assert.False(heard.NextAsync(TimeSpan.FromMinutes(1), _office.Clock, Stop).IsCompleted);
        Assert.Equal("ab", (await _drafts.LoadAsync<Typed>("form", Stop))!.Words);
    }

    [Fact]
    public async Task A_text_much_too_long_to_send_is_kept_all_the_same()
    {
        var words = new string('督', 10_000);

        await _drafts.SaveAsync("form", new Typed(words), Stop);

        Assert.Equal(words, (await _drafts.LoadAsync<Typed>("form", Stop))!.Words);
        Assert.True(_office.Read(db => db.Drafts.Single().Content.Length) <= FormDraft.ContentLength);
    }

    private sealed record Typed(string Words);
}

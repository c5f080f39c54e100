using Microsoft.Extensions.Time.Testing;
using Portal.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Drafts;

public sealed class DraftKeeperTests
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);

    [Fact]
    public async Task Sending_waits_for_a_save_under_way_so_that_it_cannot_come_back_after_the_draft_was_discarded()
    {
        var saving = new TaskCompletionSource();
        var keeper = new DraftKeeper(() => saving.Task, _clock);
        keeper.Touch();
        _clock.Advance(s_moment);

        var forgotten = keeper.ForgetAsync();

        Assert.False(forgotten.IsCompleted);
        saving.SetResult();
        await forgotten;
    }

    [Fact]
    public async Task What_waits_when_the_form_is_sent_is_not_saved()
    {
        var saves = 0;
        var keeper = Counting(() => saves++);
        keeper.Touch();

        await keeper.ForgetAsync();
        _clock.Advance(s_moment);
        await keeper.DisposeAsync();

        Assert.Equal(0, saves);
    }

    [Fact]
    public async Task What_waits_when_the_page_closes_is_saved_once()
    {
        var saves = 0;
        var keeper = Counting(() => saves++);
        keeper.Touch();
        keeper.Touch();

        await keeper.DisposeAsync();
        _clock.Advance(s_moment);

        Assert.Equal(1, saves);
    }

    private DraftKeeper Counting(Action save) => new(
        () =>
        {
            save();
            return Task.CompletedTask;
        },
        _clock);
}

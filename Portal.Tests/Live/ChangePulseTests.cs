using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Live;

public sealed class ChangePulseTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly ChangePulse _pulse = new();
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);

    [Fact]
    public async Task A_burst_is_heard_as_one_beat()
    {
        using var listener = _pulse.Listen();
        for (var save = 0; save < 50; save++)
        {
            _pulse.Beat();
        }

        await listener.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken);

        Assert.False(listener.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task A_beat_between_two_waits_is_not_lost()
    {
        using var listener = _pulse.Listen();
        _pulse.Beat();

        await listener.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Every_listener_hears_for_itself()
    {
        using var first = _pulse.Listen();
        using var second = _pulse.Listen();
        _pulse.Beat();

        await first.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken);
        await second.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Patience_runs_out_without_a_beat()
    {
        using var listener = _pulse.Listen();
        var next = listener.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken);

        _clock.Advance(s_patience - TimeSpan.FromTicks(1));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        await next.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_at_once()
    {
        using var listener = _pulse.Listen();
        using var stopping = new CancellationTokenSource();
        var next = listener.NextAsync(s_patience, _clock, stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public void A_disposed_listener_stops_hearing()
    {
        var listener = _pulse.Listen();
        listener.Dispose();
        _pulse.Beat();

        Assert.False(listener.NextAsync(s_patience, _clock, TestContext.Current.CancellationToken).IsCompleted);
    }
}

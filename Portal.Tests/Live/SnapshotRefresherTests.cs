using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Live;

/// <summary>Count, publish, rest a second, wait for a save or a minute. The clock stands still between steps, so that each recount is asked for by the test.</summary>
public sealed class SnapshotRefresherTests : IAsyncLifetime
{
    private static readonly TimeSpan s_atMost = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly ChangePulse _pulse = new();
    private readonly LiveFeed<Count> _feed = new(NullLogger<LiveFeed<Count>>.Instance);
    private readonly CountingQuery _query = new();
    private readonly WatchedClock _watched;
    private readonly SnapshotRefresher<Count> _refresher;

    public SnapshotRefresherTests()
    {
        _watched = new WatchedClock(_clock);
        _refresher = new SnapshotRefresher<Count>(_query, _feed, _pulse, _watched, NullLogger<SnapshotRefresher<Count>>.Instance);
    }

    public async ValueTask InitializeAsync()
    {
        await _refresher.StartAsync(TestContext.Current.CancellationToken);
        await CountedAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _refresher.StopAsync(CancellationToken.None);
        _refresher.Dispose();
    }

    [Fact]
    public void The_first_snapshot_is_there_without_anybody_saving()
    {
        Assert.Equal(1, _feed.Latest!.Number);
    }

    [Fact]
    public async Task A_burst_of_saves_costs_one_recount()
    {
        await RestingAsync();
        for (var save = 0; save < 50; save++)
        {
            _pulse.Beat();
        }

        _clock.Advance(SnapshotRefresher<Count>.Quiet);
        await CountedAsync(2);

        await RestingAsync();
        _clock.Advance(SnapshotRefresher<Count>.Quiet);
        await WaitingAsync();
        Assert.Equal(2, _query.Counted);
    }

    [Fact]
    public async Task A_save_is_not_counted_before_the_second_of_rest_is_over()
    {
        await RestingAsync();
        _pulse.Beat();

        _clock.Advance(SnapshotRefresher<Count>.Quiet - TimeSpan.FromTicks(1));
        Assert.Equal(1, _query.Counted);
        _clock.Advance(TimeSpan.FromTicks(1));

        await CountedAsync(2);
    }

    [Fact]
    public async Task Days_pass_without_anybody_saving()
    {
        await RestingAsync();
        _clock.Advance(SnapshotRefresher<Count>.Quiet);
        await WaitingAsync();

        _clock.Advance(SnapshotRefresher<Count>.Patience);

        await CountedAsync(2);
    }

    [Fact]
    public async Task A_failed_count_keeps_the_last_snapshot_and_the_next_save_is_counted()
    {
        await RestingAsync();
        _query.FailNext = true;
        _pulse.Beat();
        _clock.Advance(SnapshotRefresher<Count>.Quiet);
        await CountedAsync(2);
        await RestingAsync();
        Assert.Equal(1, _feed.Latest!.Number);

        _pulse.Beat();
        _clock.Advance(SnapshotRefresher<Count>.Quiet);
        await CountedAsync(3);
        await RestingAsync();

        Assert.Equal(3, _feed.Latest!.Number);
    }

    private async Task CountedAsync(int number)
    {
        using var limit = new CancellationTokenSource(s_atMost);
        while (await _query.Counts.ReadAsync(limit.Token) < number)
        {
        }
    }

    private Task RestingAsync() => _watched.AskedForAsync(SnapshotRefresher<Count>.Quiet, s_atMost);

    private Task WaitingAsync() => _watched.AskedForAsync(SnapshotRefresher<Count>.Patience, s_atMost);

    public sealed record Count(int Number);

    private sealed class CountingQuery : ISnapshotQuery<Count>
    {
        private readonly Channel<int> _counts = Channel.CreateUnbounded<int>();

        public ChannelReader<int> Counts => _counts.Reader;

        public int Counted { get; private set; }

        public bool FailNext { get; set; }

        public Task<Count> TakeAsync(CancellationToken cancellationToken)
        {
            Counted++;
            _counts.Writer.TryWrite(Counted);
            if (FailNext)
            {
                FailNext = false;
                throw new InvalidOperationException("the database is away");
            }

            return Task.FromResult(new Count(Counted));
        }
    }

    /// <summary>Tells when the refresher has begun to wait, so that the test never moves the clock too early.</summary>
    private sealed class WatchedClock(TimeProvider inner) : TimeProvider
    {
        private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = inner.CreateTimer(callback, state, dueTime, period);
            _timers.Writer.TryWrite(dueTime);
            return timer;
        }

        public async Task AskedForAsync(TimeSpan dueTime, TimeSpan atMost)
        {
            using var limit = new CancellationTokenSource(atMost);
            while (await _timers.Reader.ReadAsync(limit.Token) != dueTime)
            {
            }
        }
    }
}

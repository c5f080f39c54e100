using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Live;

namespace Portal.Tests.Live;

public sealed class LiveFeedTests
{
    private readonly LiveFeed<Snapshot> _feed = new(NullLogger<LiveFeed<Snapshot>>.Instance);

    [Fact]
    public void There_is_no_latest_snapshot_before_the_first()
    {
        Assert.Null(_feed.Latest);
    }

    [Fact]
    public void A_snapshot_is_the_latest_and_is_told_to_every_watcher()
    {
        var heard = new List<int>();
        using var first = Watch(s => heard.Add(s.Count));
        using var second = Watch(s => heard.Add(s.Count * 10));

        _feed.Publish(new Snapshot(3));

        Assert.Equal(3, _feed.Latest!.Count);
        Assert.Equal([3, 30], heard);
    }

    [Fact]
    public void The_latest_is_already_there_when_a_watcher_is_told()
    {
        var latest = 0;
        using var watcher = Watch(_ => latest = _feed.Latest!.Count);

        _feed.Publish(new Snapshot(7));

        Assert.Equal(7, latest);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_watcher_hears_in_its_own_language_whoever_publishes(string language)
    {
        var heard = "";
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var watcher = Watch(_ => heard = CultureInfo.CurrentUICulture.Name);

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        _feed.Publish(new Snapshot(1));

        Assert.Equal(language, heard);
        Assert.Equal("fr-FR", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void A_watcher_that_fails_harms_nobody()
    {
        var heard = new List<string>();
        using var failsAtOnce = _feed.Watch(_ => throw new InvalidOperationException("broken page"));
        using var failsLater = _feed.Watch(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("broken page");
        });
        using var closed = _feed.Watch(_ => throw new ObjectDisposedException("page"));
        using var well = Watch(_ => heard.Add("well"));

        _feed.Publish(new Snapshot(1));
        _feed.Publish(new Snapshot(2));

        Assert.Equal(["well", "well"], heard);
    }

    [Fact]
    public void A_slow_watcher_holds_nobody_up()
    {
        var never = new TaskCompletionSource();
        var heard = 0;
        using var slow = _feed.Watch(_ => never.Task);
        using var quick = Watch(s => heard = s.Count);

        _feed.Publish(new Snapshot(1));
        _feed.Publish(new Snapshot(2));

        Assert.Equal(2, heard);
    }

    [Fact]
    public void Who_stopped_watching_hears_nothing_more_and_is_not_kept()
    {
        var heard = 0;
        var watcher = Watch(_ => heard++);
        _feed.Publish(new Snapshot(1));

        watcher.Dispose();
        watcher.Dispose();
        _feed.Publish(new Snapshot(2));

        Assert.Equal(1, heard);
        Assert.Equal(0, _feed.WatcherCount);
    }

    private IDisposable Watch(Action<Snapshot> hear) => _feed.Watch(snapshot =>
    {
        hear(snapshot);
        return Task.CompletedTask;
    });

    private sealed record Snapshot(int Count);
}

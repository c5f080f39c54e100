using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Soak;

/// <summary>The real portal under eight writing clients, asked to stop (SIGTERM): it says first that it goes, ends what is under way, and leaves within half a minute. security.md §3 test 58.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan s_leavesWithin = TimeSpan.FromSeconds(30);

    private readonly SoakPortal _portal = new(settings: new Dictionary<string, string> { ["Portal__Web__FarewellSeconds"] = "2" });
    private readonly SoakClients _clients = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _portal.Dispose();
    }

    [Fact(Explicit = true)]
    public async Task It_says_so_first_ends_what_is_under_way_and_leaves_in_time()
    {
        var rounds = SoakPortal.Rounds(5);
        var (longest, late) = (TimeSpan.Zero, 0);
        var counts = (Findings: 0, Files: 0, Rows: 0L);
        for (var round = 0; round < rounds; round++)
        {
            await _portal.StartAsync();
            using var stopped = new CancellationTokenSource();
            var writers = _clients.Start(_portal.Http, stopped.Token);
            await _clients.WarmAsync(Stop);
            Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/health/ready"));

            var asked = Stopwatch.GetTimestamp();
            _portal.AskToStop();
            var before = _clients.Acknowledged.Count;
            await SaysSoAsync();
            Assert.Equal(0, await _portal.ExitedAsync(s_leavesWithin));
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(asked).Ticks));
            late += _clients.Acknowledged.Count - before;
            await stopped.CancelAsync();
            await Task.WhenAll(writers);
            counts = await new SoakChecks(_portal.Data, _portal.Data).CheckAsync(_clients.Acknowledged);
        }

        Assert.True(late > 0, "Nothing was written any more after the order to stop: the farewell was none.");
        var worse = Directory.EnumerateFiles(_portal.Logs).SelectMany(File.ReadLines).Where(l => l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || l.Contains("\"@l\":\"Fatal\"", StringComparison.Ordinal)).ToList();
        Assert.True(worse.Count == 0, string.Join('\n', worse.Take(3)));
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"stops {rounds}: not ready before deaf each time, exit code 0, longest {longest.TotalSeconds:0.0} s, acknowledged answers {_clients.Acknowledged.Count} (lost 0; {late} after the order), findings {counts.Findings}, files {counts.Files}, audit rows {counts.Rows} (chain whole), log lines above warning 0"));
    }

    // Whoever watches hears "not ready" while others are still answered.
    private async Task SaysSoAsync()
    {
        var watch = Stopwatch.StartNew();
        while (await _portal.GetAsync("/health/ready") != HttpStatusCode.ServiceUnavailable)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), "It did not say that it goes.");
            await Task.Delay(10, Stop);
        }

        Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/health/live"));
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Soak;

/// <summary>Backups by the command while eight clients write: each holds all that was acknowledged before it began. security.md §3 test 51.</summary>
public sealed class BackupUnderLoadTests : IDisposable
{
    private readonly SoakPortal _portal = new();
    private readonly SoakClients _clients = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _portal.Dispose();
    }

    [Fact(Explicit = true)]
    public async Task Each_holds_all_that_was_acknowledged_before_it()
    {
        var rounds = SoakPortal.Rounds(5);
        await _portal.StartAsync();
        using var stopped = new CancellationTokenSource();
        var writers = _clients.Start(_portal.Http, stopped.Token);
        await _clients.WarmAsync(Stop);
        var took = new List<double>();
        var counts = (Findings: 0, Files: 0, Rows: 0L);
        for (var round = 0; round < rounds; round++)
        {
            var folder = Path.Combine(_portal.Folder, $"backup-{round}");
            var before = _clients.Acknowledged.ToList();
            var began = Stopwatch.GetTimestamp();
            Assert.Equal(0, await _portal.CommandAsync("backup", folder));
            took.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            Assert.Equal(0, await _portal.CommandAsync("backup", "verify", folder));
            counts = await new SoakChecks(folder, _portal.Data).CheckAsync(before);
        }

        await stopped.CancelAsync();
        await Task.WhenAll(writers);
        took.Sort();
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"backups {rounds} under load: acknowledged answers {_clients.Acknowledged.Count} (refused {_clients.Refused}), the last copy {counts.Findings} findings, {counts.Files} files (each opens), {counts.Rows} audit rows (chain whole), longest {took[^1]:0.0} s with the start of the command"));
    }
}

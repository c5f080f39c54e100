using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Soak;

/// <summary>The real portal under eight writing clients, killed (SIGKILL) at random moments and started again on what it left. security.md §3 test 40.</summary>
public sealed class KillTests : IDisposable
{
    private const int ShownEvery = 10;

    /// <summary>So many rounds are killed at whatever they do first.</summary>
    private const int ColdEvery = 5;

    private readonly SoakPortal _portal = new();
    private readonly SoakClients _clients = new();
    private readonly Random _random = new(20261124);
    private readonly List<double> _starts = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _portal.Dispose();
    }

    [Fact(Explicit = true)]
    public async Task No_acknowledged_write_is_lost_and_no_half_one_is_left()
    {
        var kills = SoakPortal.Rounds(200);
        for (var round = 1; round <= kills; round++)
        {
            await RunAndKillAsync(warm: round % ColdEvery != 0);
            var checks = new SoakChecks(_portal.Data, _portal.Data);
            var (findings, files, rows) = await checks.CheckAsync(_clients.Acknowledged);
            await checks.SweepAsync();
            if (round % ShownEvery == 0 || round == kills)
            {
                _starts.Sort();
                SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
                    $"kills {round}: acknowledged answers {_clients.Acknowledged.Count} (lost 0), findings {findings}, files {files} (each opens; none without its row), audit rows {rows} (chain whole), half operations 0, refused {_clients.Refused}, start median {_starts[_starts.Count / 2]:0.0} s, longest {_starts[^1]:0.0} s"));
            }
        }
    }

    private async Task RunAndKillAsync(bool warm)
    {
        _starts.Add(await _portal.StartAsync());
        using var killed = new CancellationTokenSource();
        var writers = _clients.Start(_portal.Http, killed.Token);
        if (warm)
        {
            await _clients.WarmAsync(Stop);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50, 2_500)), Stop);
        await _portal.KillAsync();
        await killed.CancelAsync();
        await Task.WhenAll(writers);
    }
}

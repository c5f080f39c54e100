using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Live;

namespace Portal.Tests.Soak;

/// <summary>The real portal under eight writing clients, killed (SIGKILL) at random moments and started again on what it left. security.md §3 test 40.</summary>
public sealed class KillTests : IDisposable
{
    private const int Clients = 8;
    private const int ShownEvery = 10;

    /// <summary>So many rounds are killed at whatever they do first.</summary>
    private const int ColdEvery = 5;

    private static readonly TimeSpan s_startsWithin = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan s_warmsWithin = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"portal-kill-{Guid.CreateVersion7():N}");
    private readonly ConcurrentBag<Guid> _acknowledged = [];
    private readonly ConcurrentBag<Guid> _registered = [];
    private readonly Random _random = new(20261124);
    private readonly List<double> _starts = [];
    private int _refused;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "data", "portal.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact(Explicit = true)]
    public async Task No_acknowledged_write_is_lost_and_no_half_one_is_left()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("PORTAL_SOAK_KILLS") ?? "200", CultureInfo.InvariantCulture);
        Directory.CreateDirectory(_folder);
        for (var round = 1; round <= kills; round++)
        {
            await RunAndKillAsync(warm: round % ColdEvery != 0);
            var (findings, rows) = await CheckAsync();
            if (round % ShownEvery == 0 || round == kills)
            {
                _starts.Sort();
                Print(string.Create(CultureInfo.InvariantCulture,
                    $"kills {round}: acknowledged writes {_acknowledged.Count + _registered.Count} (lost 0), findings {findings}, audit rows {rows} (chain whole), half operations 0, refused {_refused}, start median {_starts[_starts.Count / 2]:0.0} s, longest {_starts[^1]:0.0} s"));
            }
        }
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private async Task RunAndKillAsync(bool warm)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var portal = Start(address);
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            await ReadyAsync(http, portal);
            using var killed = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Clients).Select(client => WriteUntilKilledAsync(http, client, killed.Token)).ToList();
            if (warm)
            {
                await WrittenAsync(_acknowledged.Count + Clients);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50, 2_500)), Stop);
            portal.Kill();
            await killed.CancelAsync();
            await Task.WhenAll(writers);
        }
        finally
        {
            if (!portal.HasExited)
            {
                portal.Kill();
            }

            await portal.WaitForExitAsync(CancellationToken.None);
        }
    }

    // A process that has just begun compiles more than it writes: most kills come when it writes at full speed.
    private async Task WrittenAsync(int writes)
    {
        var watch = Stopwatch.StartNew();
        while (_acknowledged.Count < writes && watch.Elapsed < s_warmsWithin)
        {
            await Task.Delay(10, Stop);
        }
    }

    private Process Start(Uri address)
    {
        var bin = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tests' own dependencies, since their assembly is loaded into the portal.
        foreach (var argument in new[] { "exec", "--depsfile", $"{bin}Portal.Tests.deps.json", "--runtimeconfig", $"{bin}Portal.Tests.runtimeconfig.json", $"{bin}Portal.dll", "--urls", address.ToString() })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Portal.Tests";
        start.Environment["Portal__DataFolder"] = Path.Combine(_folder, "data");
        start.Environment["Portal__Logs__Folder"] = Path.Combine(_folder, "logs");
        start.Environment["Portal__Logs__MinimumLevel"] = "Warning";
        var portal = Process.Start(start)!;
        portal.OutputDataReceived += (_, _) => { };
        portal.ErrorDataReceived += (_, _) => { };
        portal.BeginOutputReadLine();
        portal.BeginErrorReadLine();
        return portal;
    }

    private async Task ReadyAsync(HttpClient http, Process portal)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(portal.HasExited, "The portal ended by itself.");
            Assert.True(watch.Elapsed < s_startsWithin, "The portal did not start.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/signin", UriKind.Relative), Stop);
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, Stop);
            }
        }

        _starts.Add(watch.Elapsed.TotalSeconds);
    }

    // What was answered is acknowledged, whatever became of the portal afterwards.
    private async Task WriteUntilKilledAsync(HttpClient http, int client, CancellationToken killed)
    {
        for (var n = 0; !killed.IsCancellationRequested; n++)
        {
            var register = n % 2 == 1;
            try
            {
                using var answer = await http.PostAsync(new Uri($"{SoakWrites.Path}?client={client}{(register ? "&register=1" : "")}", UriKind.Relative), null, CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref _refused);
                    continue;
                }

                var id = Guid.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None));
                (register ? _registered : _acknowledged).Add(id);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // Killed under the request: nobody was told that it was done.
            }
        }
    }

    private async Task<(int Findings, long Rows)> CheckAsync()
    {
        var keys = Keys();
        await using var db = Open(keys);
        await db.Database.OpenConnectionAsync(Stop);
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Stop));

        var findings = await db.Findings.AsNoTracking().Select(f => new { f.Id, f.State }).ToDictionaryAsync(f => f.Id.Value, f => f.State, Stop);
        Assert.All(_acknowledged, id => Assert.True(findings.ContainsKey(id), $"Finding {id} was acknowledged and is lost."));
        Assert.All(_registered, id => Assert.Equal(FindingState.Registered, findings[id]));

        // Each finding has the row of its making, each such row its finding, and each registered one a row of that too.
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.ObjectType == nameof(Finding) && e.Outcome == AuditOutcome.Done).Select(e => new { e.ObjectId, IsNew = e.Before == null && e.After != null, e.Act }).ToListAsync(Stop);
        var made = rows.Where(r => r.IsNew).Select(r => Guid.Parse(r.ObjectId!)).ToHashSet();
        Assert.True(made.SetEquals(findings.Keys), "A finding without its row, or a row without its finding.");
        var handled = rows.Where(r => r.Act == nameof(Portal.Access.Permissions.HandleFinding)).Select(r => Guid.Parse(r.ObjectId!)).ToHashSet();
        Assert.All(_registered, id => Assert.Contains(id, handled));

        var verdict = await new AuditVerifier(new Contexts(this, keys), keys, new AnchorFile(Path.Combine(_folder, "data", "audit-anchor.log"), keys), TimeProvider.System).VerifyAsync(Stop);
        Assert.True(verdict.IsWhole, $"{verdict}");
        return (findings.Count, verdict.Rows);
    }

    private DataKeys Keys() => new KeyFile(
        Options.Create(new KeysOptions()),
        Options.Create(new PortalOptions { DataFolder = Path.Combine(_folder, "data") }),
        new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = _folder }).Read();

    private SqlitePortalDbContext Open(DataKeys keys) => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString())
        .AddInterceptors(new VersionOnSave(), new AuditOnSave(keys, TimeProvider.System), new PulseOnSave(new ChangePulse()))
        .Options, new FieldCipher(keys));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Contexts(KillTests kill, DataKeys keys) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => kill.Open(keys);
    }
}

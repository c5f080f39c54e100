using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Soak;

/// <summary>The real portal on a disk of 32 MB that fills up and is emptied again (root only: it mounts a tmpfs). security.md §3 test 43.</summary>
public sealed class FullDiskSoakTests : IDisposable
{
    private readonly string _disk = Directory.CreateTempSubdirectory("portal-disk-").FullName;
    private readonly SoakClients _clients = new();
    private SoakPortal? _portal;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _portal?.Dispose();
        Run("umount", _disk);
        Directory.Delete(_disk, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task A_full_disk_refuses_writes_reads_on_and_recovers()
    {
        Assert.True(Run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", _disk), "A tmpfs could not be mounted: this test needs root.");
        _portal = new SoakPortal(Path.Combine(_disk, "data"));
        await _portal.StartAsync();
        using var stopped = new CancellationTokenSource();
        var writers = _clients.Start(_portal.Http, stopped.Token);
        await _clients.WarmAsync(Stop);
        var rounds = SoakPortal.Rounds(3);
        for (var round = 0; round < rounds; round++)
        {
            var filler = Path.Combine(_disk, "filler");
            Fill(filler);
            var refused = _clients.Refused;
            await UntilAsync(() => _clients.Refused > refused + 50);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await _portal.GetAsync("/health/ready"));
            Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/health/live"));
            Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/signin"));
            Assert.False(_portal.HasExited);

            File.Delete(filler);
            var before = _clients.Acknowledged.Count;
            await UntilAsync(() => _clients.Acknowledged.Count > before + 50);
            Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/health/ready"));
        }

        await stopped.CancelAsync();
        await Task.WhenAll(writers);
        await _portal.KillAsync();
        var (findings, files, rows) = await new SoakChecks(_portal.Data, _portal.Data).CheckAsync(_clients.Acknowledged);
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"disk full {rounds} times and emptied again: acknowledged answers {_clients.Acknowledged.Count} (lost 0), refused {_clients.Refused}, findings {findings}, files {files}, audit rows {rows} (chain whole), no restart"));
    }

    private static void Fill(string path)
    {
        using var filler = File.Create(path, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "It did not come to that.");
            await Task.Delay(50, Stop);
        }
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

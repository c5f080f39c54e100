using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Tests.Soak;

/// <summary>What the real portal acknowledges has reached the disk first: its calls of the system are written down (strace) while it is written to. security.md §3 test 42.</summary>
public sealed partial class SyncTests : IDisposable
{
    private static readonly TimeSpan s_attachesWithin = TimeSpan.FromSeconds(20);

    private readonly SoakPortal _portal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Trace => Path.Combine(_portal.Folder, "calls.txt");

    public void Dispose() => _portal.Dispose();

    [Fact(Explicit = true)]
    public async Task What_is_acknowledged_was_synced_first()
    {
        await _portal.StartAsync();
        await ActAsync("register=1");
        await ActAsync("evidence=1");
        var acts = new List<(string Act, double From, double Until)>();
        using (var strace = await AttachAsync())
        {
            foreach (var act in Enumerable.Range(0, SoakPortal.Rounds(50)).SelectMany(_ => new[] { "register=1", "evidence=1" }))
            {
                var from = Now();
                await ActAsync(act);
                acts.Add((act, from, Now()));
            }

            await DetachAsync(strace);
        }

        var calls = File.ReadLines(Trace).Select(line => Call().Match(line)).Where(m => m.Success)
            .Select(m => (At: double.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture), Name: m.Groups["name"].Value, Line: m.Value)).ToList();
        foreach (var (act, from, until) in acts)
        {
            var during = calls.Where(c => c.At >= from && c.At <= until).ToList();
            var commits = during.Where(c => IsSync(c.Name) && c.Line.Contains("-wal>", StringComparison.Ordinal)).ToList();
            // To file and to register are two transactions; a finding, and the row of its file, likewise.
            Assert.True(commits.Count >= 2, $"{act}: {commits.Count} syncs of the log.");
            if (act.StartsWith("evidence", StringComparison.Ordinal))
            {
                var content = during.FindIndex(c => IsSync(c.Name) && c.Line.Contains(".part>", StringComparison.Ordinal));
                var named = during.FindIndex(c => c.Name.StartsWith("rename", StringComparison.Ordinal) && c.Line.Contains(".part", StringComparison.Ordinal));
                var folder = during.FindIndex(named + 1, c => IsSync(c.Name) && !c.Line.Contains("-wal>", StringComparison.Ordinal));
                var spokenOf = during.FindLastIndex(c => IsSync(c.Name) && c.Line.Contains("-wal>", StringComparison.Ordinal));
                Assert.True(content >= 0 && content < named && named < folder && folder < spokenOf, $"content {content}, name {named}, folder {folder}, row {spokenOf}:\n{string.Join('\n', during.Select(c => c.Line))}");
            }
        }

        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture, $"acknowledged {acts.Count}, each after the syncs of its log, and of its file before its name, of its name before its row; {calls.Count} calls"));
    }

    private static bool IsSync(string call) => call is "fsync" or "fdatasync";

    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    private async Task ActAsync(string act)
    {
        using var answer = await _portal.Http.PostAsync(new Uri($"{SoakWrites.Path}?client=0&{act}", UriKind.Relative), null, Stop);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<Process> AttachAsync()
    {
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-ttt", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "-o", Trace, "-p", $"{_portal.ProcessId}"]) { RedirectStandardError = true })!;
        // It says that it is attached to each thread.
        await strace.StandardError.ReadLineAsync(Stop).AsTask().WaitAsync(s_attachesWithin, Stop);
        return strace;
    }

    private static async Task DetachAsync(Process strace)
    {
        using var kill = Process.Start("kill", ["-INT", $"{strace.Id}"]);
        await strace.WaitForExitAsync(Stop);
    }

    [GeneratedRegex(@"^\d+\s+(?<at>[\d.]+)\s+(?<name>\w+)\(.*$")]
    private static partial Regex Call();
}

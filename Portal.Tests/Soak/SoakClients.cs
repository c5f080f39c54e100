using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Portal.Tests.Soak;

/// <summary>Eight clients that write over HTTP, and what they were told was done.</summary>
internal sealed class SoakClients
{
    public const int Count = 8;

    /// <summary>File; file and register; file with evidence; the same and take it back.</summary>
    private static readonly string[] s_acts = ["", "&register=1", "&evidence=1", "&evidence=1&back=1"];

    private static readonly TimeSpan s_warmsWithin = TimeSpan.FromSeconds(30);

    private int _refused;

    /// <summary>Findings, and the file of each, where there was one.</summary>
    public ConcurrentBag<SoakAct> Acknowledged { get; } = [];

    public int Refused => _refused;

    /// <summary>Writes until it is told to stop, or nobody answers any more.</summary>
    public IReadOnlyList<Task> Start(HttpClient http, CancellationToken stopped) => [.. Enumerable.Range(0, Count).Select(client => WriteAsync(http, client, stopped))];

    /// <summary>A process that has just begun compiles more than it writes: most is looked at when it writes at full speed.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        var (watch, before) = (Stopwatch.StartNew(), Acknowledged.Count);
        while (Acknowledged.Count < before + Count && watch.Elapsed < s_warmsWithin)
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    // What was answered is acknowledged, whatever became of the portal afterwards.
    private async Task WriteAsync(HttpClient http, int client, CancellationToken stopped)
    {
        for (var n = client; !stopped.IsCancellationRequested; n++)
        {
            var act = s_acts[n % s_acts.Length];
            try
            {
                using var answer = await http.PostAsync(new Uri($"{SoakWrites.Path}?client={client}{act}", UriKind.Relative), null, CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref _refused);
                    await Task.Delay(20, CancellationToken.None);
                    continue;
                }

                var ids = (await answer.Content.ReadAsStringAsync(CancellationToken.None)).Split(' ').Select(Guid.Parse).ToList();
                Acknowledged.Add(new SoakAct(ids[0], act.Contains("register", StringComparison.Ordinal), ids.Count > 1 ? ids[1] : null, act.Contains("back", StringComparison.Ordinal)));
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // Cut under the request: nobody was told that it was done.
            }
        }
    }
}

/// <summary>What one answer acknowledged.</summary>
internal sealed record SoakAct(Guid Finding, bool IsRegistered, Guid? File, bool IsTakenBack);

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Portal.Tests.Security.SignIn;

namespace Portal.Tests.Soak;

/// <summary>Strangers do what they can against the real portal while somebody works in it. security.md §3 tests 24, 25, 33, 57 and 59.</summary>
public sealed class FloodTests : IDisposable
{
    private const int Connections = 20;
    private const int Budget = 300;
    private const int Trickles = 50;
    private const int Handshakes = 500;

    /// <summary>Seconds that a body has to get going; an answer before that is none to its slowness.</summary>
    private const double Grace = 4;

    /// <summary>One in twenty may find the machine at something else.</summary>
    private const double Usual = 0.95;

    private const double Patient = 300;
    private const double Prompt = 100;

    private static readonly TimeSpan s_staysFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_cutWithin = TimeSpan.FromSeconds(30);

    private readonly SoakPortal _portal = new();
    private readonly Visitor _clerk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri At(string address) => new(_portal.Http.BaseAddress!, address);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _clerk.Dispose();
        _portal.Dispose();
    }

    [Fact(Explicit = true)]
    public async Task Strangers_get_their_budget_and_whoever_works_goes_on_working()
    {
        await StartAsync();
        var quiet = await WatchAsync("/findings", () => _clerk, TimeSpan.FromSeconds(5));
        var answers = new ConcurrentDictionary<(string Way, HttpStatusCode Status), int>();
        var seconds = TimeSpan.FromSeconds(SoakPortal.Rounds(20));
        using var over = new CancellationTokenSource(seconds);
        var strangers = Enumerable.Range(0, Connections).Select(i => Task.Run(() => KnockAsync(i, answers, over.Token))).ToList();
        using var watcher = new Visitor();
        var watched = await Task.WhenAll(WatchAsync("/findings", () => _clerk, seconds), WatchAsync("/health/live", () => watcher, seconds), WatchAsync("/health/ready", () => watcher, seconds));
        await Task.WhenAll(strangers);

        // Behind no known proxy all of them are one address, whatever they say.
        var accepted = answers.Where(a => a.Key.Status != HttpStatusCode.TooManyRequests).Sum(a => a.Value);
        var refused = answers.Where(a => a.Key.Status == HttpStatusCode.TooManyRequests).Sum(a => a.Value);
        var minutes = Math.Ceiling(seconds.TotalMinutes);
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"strangers {Connections}, {seconds.TotalSeconds:0} s, half of them under made-up addresses: {accepted} answered, {refused} told to wait; a page of whoever works {quiet:0} → {watched[0]:0} ms, /health/live {watched[1]:0} ms, /health/ready {watched[2]:0} ms (95th percentiles; strangers and portal share the machine)"));
        Assert.DoesNotContain(answers.Keys, a => a.Status >= HttpStatusCode.InternalServerError);
        Assert.True(refused > accepted, "Nobody knocked hard enough to be told to wait.");
        Assert.True(accepted <= Budget * 1.05 * minutes, $"{accepted} were answered.");
        Assert.True(watched[0] < Patient, "Whoever works had to wait.");
        Assert.True(watched[1] < Prompt && watched[2] < Prompt, "Whoever watches had to wait.");
    }

    [Fact(Explicit = true)]
    public async Task A_hundred_thousand_addresses_cost_little_memory()
    {
        using var portal = new SoakPortal(settings: new Dictionary<string, string> { ["Portal__Web__KnownProxies"] = "127.0.0.1" });
        await portal.StartAsync();
        const int Addresses = 100_000;
        await FromAsync(portal, 0, 2_000);
        var before = Resident(portal);
        await FromAsync(portal, 2_000, Addresses);
        var after = Resident(portal);

        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture, $"{Addresses:N0} addresses behind a known proxy: {before:0} → {after:0} MB resident"));
        Assert.True(after - before < 50, $"{after - before:0} MB more.");
    }

    [Fact(Explicit = true)]
    public async Task A_body_that_trickles_in_is_cut_off_and_holds_nobody_up()
    {
        await StartAsync();
        var watch = Stopwatch.StartNew();
        using var over = new CancellationTokenSource(s_cutWithin);
        var trickles = Enumerable.Range(0, Trickles).Select(_ => TrickleAsync(watch, over.Token)).ToList();
        var meanwhile = await WatchAsync("/findings", () => _clerk, TimeSpan.FromSeconds(5));
        var cut = await Task.WhenAll(trickles);

        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture, $"{Trickles} bodies of a byte a second: all cut, the last after {cut.Max():0.0} s; a page of whoever works meanwhile {meanwhile:0} ms (95th percentile)"));
        Assert.All(cut, seconds => Assert.InRange(seconds, Grace, s_cutWithin.TotalSeconds));
    }

    [Fact(Explicit = true)]
    public async Task Lines_without_a_sign_in_are_refused_as_fast_as_they_come_and_one_person_has_so_many()
    {
        await StartAsync();
        var seconds = SoakPortal.Rounds(20);
        var before = Resident(_portal);
        var opened = 0;
        var tried = 0;
        var pace = Stopwatch.StartNew();
        var knocks = new List<Task>();
        while (pace.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            // What is due by now of so many a second.
            for (; tried < Handshakes * pace.Elapsed.TotalSeconds; tried++)
            {
                knocks.Add(KnockAtLineAsync(cookie: null, held: null, () => Interlocked.Increment(ref opened)));
            }

            await Task.Delay(5, Stop);
            knocks.RemoveAll(k => k.IsCompletedSuccessfully);
        }

        await Task.WhenAll(knocks);
        var held = new ConcurrentBag<ClientWebSocket>();
        var cookie = string.Join("; ", _clerk.Cookies[At("/").Authority].Select(c => $"{c.Key}={c.Value}"));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => KnockAtLineAsync(cookie, held, () => { })));
        var lines = (Begun: held.Count, Kept: (await Task.WhenAll(held.Select(StaysAsync))).Count(stays => stays));
        foreach (var line in held)
        {
            line.Dispose();
        }

        var page = await WatchAsync("/findings", () => _clerk, TimeSpan.FromSeconds(5));
        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"lines without a sign-in {tried} in {seconds} s ({tried / seconds} a second): {opened} opened; of 500 lines of one person at once {lines.Begun} begun and {lines.Kept} kept; resident {before:0} → {Resident(_portal):0} MB; a page afterwards {page:0} ms (95th percentile)"));
        Assert.Equal(0, opened);
        Assert.InRange(lines.Begun, 1, 100);
        Assert.InRange(lines.Kept, 1, 15);
        Assert.False(_portal.HasExited);
    }

    [Fact(Explicit = true)]
    public async Task While_the_database_is_gone_answers_come_soon_and_all_is_well_again_when_it_is_back()
    {
        await StartAsync();
        var clients = new SoakClients();
        using var stopped = new CancellationTokenSource();
        var writers = clients.Start(_portal.Http, stopped.Token);
        await clients.WarmAsync(Stop);
        var database = Path.Combine(_portal.Data, "portal.db");
        File.Move(database, database + ".away");
        await UntilAsync(HttpStatusCode.ServiceUnavailable);
        var gone = await WatchAsync("/findings", () => _clerk, TimeSpan.FromSeconds(SoakPortal.Rounds(20)));
        Assert.Equal(HttpStatusCode.OK, await _portal.GetAsync("/health/live"));
        var refused = clients.Refused;
        File.Move(database + ".away", database);
        var back = Stopwatch.StartNew();
        await UntilAsync(HttpStatusCode.OK);
        var acknowledged = clients.Acknowledged.Count;
        while (clients.Acknowledged.Count == acknowledged)
        {
            Assert.True(back.Elapsed < TimeSpan.FromSeconds(10), "Nothing is written again.");
            await Task.Delay(10, Stop);
        }

        var recovered = back.Elapsed;
        await stopped.CancelAsync();
        await Task.WhenAll(writers);
        await _portal.KillAsync();
        var counts = await new SoakChecks(_portal.Data, _portal.Data).CheckAsync(clients.Acknowledged);

        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"database gone: a page {gone:0} ms (95th percentile), {refused} writes refused, {clients.Acknowledged.Count} acknowledged (lost 0); written again {recovered.TotalSeconds:0.0} s after it was back; findings {counts.Findings}, audit rows {counts.Rows} (chain whole)"));
        Assert.True(refused > 0, "Nobody tried to write.");
        Assert.True(gone < 2_000, "Answers piled up.");
    }

    private async Task StartAsync()
    {
        await _portal.StartAsync();
        var page = await _clerk.OpenAsync(At("/signin"));
        await _clerk.SubmitAsync(page, "/signin/persona");
        foreach (var _ in Enumerable.Range(0, 20))
        {
            Assert.Equal(HttpStatusCode.OK, (await _clerk.OpenAsync(At("/findings"))).Status);
        }
    }

    /// <returns>Milliseconds, 95th percentile.</returns>
    private async Task<double> WatchAsync(string address, Func<Visitor> who, TimeSpan howLong)
    {
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < howLong)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await who().SendAsync(HttpMethod.Get, At(address));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(50, Stop);
        }

        return times.Order().ElementAt((int)(times.Count * Usual));
    }

    private async Task KnockAsync(int stranger, ConcurrentDictionary<(string, HttpStatusCode), int> answers, CancellationToken over)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            string[] doors = ["/public/notices", "/public/apply", $"/public/card/{code}", $"/public/objection?code={code}", $"/public/application?code={code}", "/signin"];
            var door = doors[n % doors.Length];
            using var request = new HttpRequestMessage(HttpMethod.Get, At(door));
            if (stranger % 2 == 0)
            {
                request.Headers.Add("X-Forwarded-For", $"10.{stranger}.{n / 256 % 256}.{n % 256}");
            }

            using var answer = await http.SendAsync(request, Stop);
            answers.AddOrUpdate((door.Split('?')[0], answer.StatusCode), 1, (_, count) => count + 1);
        }
    }

    private static async Task FromAsync(SoakPortal portal, int from, int until)
    {
        await Parallel.ForEachAsync(Enumerable.Range(from, until - from), new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = Stop }, async (n, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", $"10.{n / 65_536}.{n / 256 % 256}.{n % 256}");
            using var answer = await portal.Http.SendAsync(request, stop);
        });
    }

    /// <returns>Seconds until the portal let go of the line.</returns>
    private async Task<double> TrickleAsync(Stopwatch watch, CancellationToken over)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, _portal.Http.BaseAddress!.Port, over);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /signout HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n"), over);
        var cut = stream.ReadAsync(new byte[4096], over).AsTask();
        try
        {
            while (!cut.IsCompleted)
            {
                await stream.WriteAsync("x"u8.ToArray(), over);
                await Task.WhenAny(cut, Task.Delay(TimeSpan.FromSeconds(1), over));
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // Cut under the byte.
        }

        return watch.Elapsed.TotalSeconds;
    }

    private async Task KnockAtLineAsync(string? cookie, ConcurrentBag<ClientWebSocket>? held, Action opened)
    {
        var socket = new ClientWebSocket();
        try
        {
            if (cookie is not null)
            {
                socket.Options.SetRequestHeader("Cookie", cookie);
            }

            socket.Options.CollectHttpResponseDetails = true;

            await socket.ConnectAsync(new UriBuilder(At("/_blazor")) { Scheme = "ws" }.Uri, Stop);
            opened();
            if (held is not null)
            {
                held.Add(socket);
                return;
            }
        }
        catch (WebSocketException) when (socket.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect or HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden)
        {
            // Refused, as it should be.
        }

        socket.Dispose();
    }

    // Says what a page says first; a line too many is cut when it does.
    private static async Task<bool> StaysAsync(ClientWebSocket line)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(s_staysFor);
        try
        {
            await line.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, patience.Token);
            while ((await line.ReceiveAsync(new byte[4096], patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private async Task UntilAsync(HttpStatusCode ready)
    {
        var watch = Stopwatch.StartNew();
        while (await _portal.GetAsync("/health/ready") != ready)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It does not say {ready}.");
            await Task.Delay(20, Stop);
        }
    }

    private static double Resident(SoakPortal portal)
    {
        using var process = Process.GetProcessById(portal.ProcessId);
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }
}

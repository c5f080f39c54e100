using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Access.Sessions;
using Portal.Features.Dashboards.Administrator;
using Portal.Live;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.Soak;

/// <summary>Pages are opened, walked through and closed in a real browser, every second one without a network: afterwards the portal holds what it held before. security.md §3 test 60.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private const int Warm = 30;
    private const double Megabyte = 1024 * 1024;

    private static readonly string[] s_pages = ["/findings", "/activities", "/supervisors", "/agencies", "/recusals", "/audit", "/"];

    /// <summary>The portal keeps what was cut off for some minutes, should it come back.</summary>
    private static readonly TimeSpan s_forgottenWithin = TimeSpan.FromMinutes(6);

    private readonly PortalInBrowser _portal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OpenCircuits Circuits => _portal.Services.GetRequiredService<OpenCircuits>();

    private LiveFeed<AdministratorSnapshot> Desks => _portal.Services.GetRequiredService<LiveFeed<AdministratorSnapshot>>();

    private LiveFeed<ChangeStamp> Lists => _portal.Services.GetRequiredService<LiveFeed<ChangeStamp>>();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Nothing_is_left_of_pages_that_are_gone()
    {
        var first = await _portal.SignInAsync("示例科员");
        await RoundsAsync(first.Context, Warm);
        await first.CloseAsync();
        var before = await QuietAsync();

        var rounds = SoakPortal.Rounds(200);
        var watched = await RoundsAsync(first.Context, rounds);
        var after = await QuietAsync();

        SoakPortal.Print(string.Create(CultureInfo.InvariantCulture,
            $"pages opened, walked through {s_pages.Length} others and closed {rounds}, every second one without a network: heap {before.Heap / Megabyte:0.0} → {after.Heap / Megabyte:0.0} MB, threads {before.Threads} → {after.Threads}, handles {before.Handles} → {after.Handles}; open sockets 0, watchers 0 (at most {watched} desks watched at once)"));
        Assert.True(watched > 0, "No page watched anything.");
        Assert.True(after.Heap - before.Heap < 10 * Megabyte, $"The heap grew by {(after.Heap - before.Heap) / Megabyte:0.0} MB.");
        Assert.InRange(after.Threads - before.Threads, -100, 10);
        Assert.InRange(after.Handles - before.Handles, -100, 10);
    }

    /// <returns>The most desks that were watched at once.</returns>
    private async Task<int> RoundsAsync(IBrowserContext person, int rounds)
    {
        var most = 0;
        for (var round = 0; round < rounds; round++)
        {
            var page = await person.NewPageAsync();
            await page.GotoAsync("/");
            await PortalInBrowser.InteractiveAsync(page);
            foreach (var path in s_pages)
            {
                await page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
                await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);
                await page.Locator("h1").First.WaitForAsync();
            }

            most = Math.Max(most, Desks.WatcherCount);
            // Without a word of farewell: the portal learns of it by the socket alone, and waits for it to come back.
            await person.SetOfflineAsync(round % 2 == 1);
            await page.CloseAsync();
            await person.SetOfflineAsync(false);
        }

        return most;
    }

    // Until nothing is open or watched any more, and what is no longer needed is given back.
    private async Task<(long Heap, int Threads, int Handles)> QuietAsync()
    {
        var watch = Stopwatch.StartNew();
        while (Circuits.Count + Desks.WatcherCount + Lists.WatcherCount > 0)
        {
            Assert.True(watch.Elapsed < s_forgottenWithin, $"{Circuits.Count} sockets, {Desks.WatcherCount} desks and {Lists.WatcherCount} lists are left.");
            await Task.Delay(500, Stop);
        }

        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.Threads.Count, process.HandleCount);
    }
}

using System.Diagnostics;
using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor.Services;
using Portal.Access;
using Portal.Data;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Corps;
using Portal.Live;
using Portal.Tests.Features.Dashboards.Administrator;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Benchmarks;

/// <summary>From a save to the new number on every open desk (at most 1.5 s at the 99th percentile): the real refresher, feed and pages, each page in a renderer of its own; without the line to a browser.</summary>
public sealed class LiveBenchmarks
{
    private const double Must = 1_500;
    private const int Saves = 10;
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task From_a_save_to_every_open_desk(int desks)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var db = new PortalDb();
        var office = new SeededOffice();
        var agency = office.Agency("攸县经办机构");
        office.SaveTo(db);
        var clock = new AnchoredTime();
        var query = new AdministratorSnapshotQuery(db, new OfficeFacts(db), clock);
        var feed = new LiveFeed<AdministratorSnapshot>(NullLogger<LiveFeed<AdministratorSnapshot>>.Instance);
        using var refresher = new SnapshotRefresher<AdministratorSnapshot>(query, feed, db.Pulse, clock, NullLogger<SnapshotRefresher<AdministratorSnapshot>>.Instance);
        await refresher.StartAsync(Stop);
        var open = Enumerable.Range(0, desks).Select(_ => new Desk(db, query, feed, clock, office)).ToList();
        var delays = new List<double>();
        for (var save = 1; save <= Saves; save++)
        {
            // Somebody else's save has just been counted: this one falls somewhere into the refresher's quiet second.
            office.Staff("示例乙");
            office.SaveTo(db);
            await Task.Delay(TimeSpan.FromMilliseconds(100 * save), Stop);
            var drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var seen = open.Select(desk => desk.SeesAsync(save.ToString(CultureInfo.InvariantCulture), drawn.Task)).ToList();
            var watch = Stopwatch.GetTimestamp();
            office.Submitted(agency, SeededOffice.Day(11, 20));
            office.SaveTo(db);
            await Task.Delay(s_enough, Stop);
            drawn.SetResult();
            delays.AddRange((await Task.WhenAll(seen)).Select(at => Stopwatch.GetElapsedTime(watch, at).TotalMilliseconds));
        }

        await refresher.StopAsync(Stop);
        open.ForEach(desk => desk.Dispose());
        delays.Sort();
        Measure.Print($"Live: a save to {desks} open desks, 99th percentile", delays[delays.Count * 99 / 100], Must, string.Create(CultureInfo.InvariantCulture, $"median {delays[delays.Count / 2]:0} ms, last {delays[^1]:0} ms"));
    }

    /// <summary>One person's open desk.</summary>
    private sealed class Desk : BunitContext
    {
        private readonly IRenderedComponent<AdministratorDashboard> _page;

        public Desk(PortalDb db, AdministratorSnapshotQuery query, LiveFeed<AdministratorSnapshot> feed, TimeProvider clock, SeededOffice office)
        {
            Services.AddLogging().AddLocalization().AddMudServices();
            Services.AddSingleton<IDbContextFactory<PortalDbContext>>(db).AddSingleton(feed).AddSingleton(typeof(LiveFeed<>)).AddSingleton<Words>();
            Services.AddScoped(_ => new AdministratorDashboardService(db, db.Work, new Acting(PortalRole.Administrator, office.Clerk).Guard(), db.Views, query, clock));
            JSInterop.Mode = JSRuntimeMode.Loose;
            Services.AddSingleton(new CorpsSnapshotQuery(db, new OfficeFacts(db), clock));
            Services.AddScoped(services => new CorpsService(new Acting(PortalRole.Administrator, office.Clerk).Guard(), services.GetRequiredService<CorpsSnapshotQuery>(), services.GetRequiredService<LiveFeed<CorpsSnapshot>>()));
            SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
            _page = Render<AdministratorDashboard>();
        }

        /// <summary>When the page was drawn with this number on the tile. The number is read after everybody was drawn: reading a page takes longer than drawing it.</summary>
        public async Task<long> SeesAsync(string open, Task everybodyDrawn)
        {
            var drawn = 0L;
            void Drawn(object? sender, EventArgs rendered) => Interlocked.Exchange(ref drawn, Stopwatch.GetTimestamp());
            _page.OnAfterRender += Drawn;
            await everybodyDrawn;
            _page.OnAfterRender -= Drawn;
            Assert.Equal(open, _page.Find("[data-testid=open-findings] .tile-number").TextContent);
            return drawn;
        }
    }

    /// <summary>Real time on the office's anchor day.</summary>
    private sealed class AnchoredTime : TimeProvider
    {
        private readonly TimeSpan _shift = OfficeClock.At(OfficeClock.Anchor).GetUtcNow() - System.GetUtcNow();

        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
    }
}

using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Corps;
using Portal.Live;
using Portal.Tests.Support;
using Portal.Ui;
using static Portal.Tests.Features.Dashboards.Administrator.SeededOffice;

namespace Portal.Tests.Features.Dashboards.Administrator;

public sealed class AdministratorDashboardTests : BunitContext
{
    private readonly PortalDb _db = PortalDb.Embedded();
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly SeededOffice _office = new();
    private readonly AdministratorSnapshotQuery _query;
    private Acting _acting;

    public AdministratorDashboardTests()
    {
        Read("zh-CN");
        _query = new AdministratorSnapshotQuery(_db, new OfficeFacts(_db), _clock);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton(typeof(LiveFeed<>));
        Services.AddSingleton<Words>();
        _acting = new Acting(PortalRole.Administrator, _office.Clerk);
        Services.AddScoped(_ => new AdministratorDashboardService(_db, _db.Work, _acting.Guard(), _db.Views, _query, _clock));
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddScoped(_ => new DraftService(_db, _acting.Guard(), _clock));
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<CorpsPanels>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private LiveFeed<AdministratorSnapshot> Feed => Services.GetRequiredService<LiveFeed<AdministratorSnapshot>>();

    private LiveFeed<RankingSnapshot> RankingFeed => Services.GetRequiredService<LiveFeed<RankingSnapshot>>();

    private string Said => string.Join('|', Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(s => s.Message));

    [Fact]
    public async Task A_published_snapshot_replaces_the_figures_without_a_reload()
    {
        await PublishAsync();
        var page = Render<AdministratorDashboard>();
        Assert.Equal("0", Tile(page, "open-findings"));

        _office.Submitted(_office.Agency("攸县经办机构"), Day(11, 20));
        await PublishAsync();

        page.WaitForAssertion(() => Assert.Equal("1", Tile(page, "open-findings")));
        Assert.Contains("tile-changed", page.Find("[data-testid=open-findings] .tile-number").ClassName, StringComparison.Ordinal);
        Assert.DoesNotContain("tile-changed", page.Find("[data-testid=overdue] .tile-number").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_office_is_told_first_how_it_fills_and_a_filled_one_is_not()
    {
        await PublishAsync();
        var filled = Feed.Latest! with { AsOf = Feed.Latest!.AsOf.AddSeconds(2) };
        Feed.Publish(filled with { AsOf = filled.AsOf.AddSeconds(-1), Figures = filled.Figures with { ActiveSupervisors = 0 } });
        var page = Render<AdministratorDashboard>();

        Assert.Equal("begin", page.Find(".card").GetAttribute("data-testid"));
        Assert.Equal("/import", page.Find("[data-testid=begin-import]").GetAttribute("href"));
        Assert.Equal("/activities/new", page.Find("[data-testid=begin-by-hand]").GetAttribute("href"));

        Feed.Publish(filled);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=begin]")));
    }

    [Fact]
    public async Task An_older_snapshot_is_ignored()
    {
        await PublishAsync();
        var older = Feed.Latest!;
        _office.Submitted(_office.Agency("攸县经办机构"), Day(11, 20));
        await PublishAsync();
        var page = Render<AdministratorDashboard>();

        Feed.Publish(older);

        Assert.Equal("1", Tile(page, "open-findings"));
    }

    [Fact]
    public async Task A_snapshot_that_says_the_same_draws_nothing()
    {
        await PublishAsync();
        var page = Render<AdministratorDashboard>();
        var drawn = page.RenderCount;

        await PublishAsync();
        await PublishAsync();

        Assert.Equal(drawn, page.RenderCount);
    }

    [Fact]
    public void Before_the_first_count_the_desk_counts_for_itself()
    {
        _office.Submitted(_office.Agency("攸县经办机构"), Day(11, 20));
        _office.SaveTo(_db);

        var page = Render<AdministratorDashboard>();

        page.WaitForAssertion(() => Assert.Equal("1", Tile(page, "open-findings")));
    }

    [Fact]
    public async Task A_page_that_is_left_stops_watching()
    {
        await PublishAsync();
        Render<AdministratorDashboard>();
        Assert.Equal((1, 1), (Feed.WatcherCount, RankingFeed.WatcherCount));

        await DisposeComponentsAsync();

        Assert.Equal((0, 0), (Feed.WatcherCount, RankingFeed.WatcherCount));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_sees_no_figure_and_watches_nothing()
    {
        await PublishAsync();
        _acting = Acting.Supervisor(_office.Author);

        var page = Render<AdministratorDashboard>();

        Assert.Empty(page.FindAll(".tile"));
        Assert.Equal(0, Feed.WatcherCount);
        Assert.NotEmpty(Said);
    }

    [Fact]
    public async Task A_reader_who_steps_aside_gets_their_own_count_also_when_the_recusal_comes_while_they_look()
    {
        var agency = _office.Agency("回避的机构");
        _office.Submitted(agency, Day(11, 20));
        await PublishAsync();
        var page = Render<AdministratorDashboard>();
        Assert.Equal("1", Tile(page, "open-findings"));

        _office.Declared(_office.Clerk, RecusalMatter.Of(agency), Day(11, 23));
        await PublishAsync();

        page.WaitForAssertion(() => Assert.Equal("0", Tile(page, "open-findings")));
        Assert.Empty(page.FindAll("a[href^='/findings/']"));
    }

    [Theory]
    [InlineData("active-supervisors", "/supervisors?status=InOffice")]
    [InlineData("pending-recusals", "/recusals?filter=Pending")]
    [InlineData("open-findings", "/findings?group=open")]
    [InlineData("due-soon", "/findings?due=soon")]
    [InlineData("overdue", "/findings?due=overdue")]
    [InlineData("terms-ending", "/supervisors?ending=90")]
    public async Task Every_number_opens_the_list_it_counts(string tile, string list)
    {
        await PublishAsync();

        Assert.Equal(list, Render<AdministratorDashboard>().Find($"[data-testid={tile}]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_recusal_is_accepted_on_the_spot_and_its_row_goes()
    {
        var id = await GivenADeclarationAsync(_office.Author);
        var page = Render<AdministratorDashboard>();

        page.Find("[data-testid=accept]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=pending-row]")));
        Assert.Equal(RecusalState.Recused, await StateAsync(id));
        Assert.Contains("已同意回避", Said, StringComparison.Ordinal);
        await PublishAsync();
        page.WaitForAssertion(() => Assert.Equal("0", Tile(page, "pending-recusals")));
    }

    [Fact]
    public async Task A_recusal_is_declined_on_the_spot_with_a_reason()
    {
        var id = await GivenADeclarationAsync(_office.Author);
        var page = Render<AdministratorDashboard>();

        page.Find("[data-testid=decline]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));
        page.Find("[data-testid=reason]").Input("亲属已离职");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=pending-row]")));
        await using var db = _db.CreateDbContext();
        var recusal = await db.Recusals.SingleAsync(r => r.Id == id, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((RecusalState.NotRequired, "亲属已离职"), (recusal.State, recusal.DecisionReason));
    }

    [Fact]
    public async Task One_s_own_declaration_is_refused_in_words_and_the_row_stays()
    {
        var id = await GivenADeclarationAsync(_office.Clerk);
        var page = Render<AdministratorDashboard>();

        page.WaitForAssertion(() => page.Find("[data-testid=accept]"));
        page.Find("[data-testid=accept]").Click();

        page.WaitForAssertion(() => Assert.Contains("第十一条", Said, StringComparison.Ordinal));
        Assert.Single(page.FindAll("[data-testid=pending-row]"));
        Assert.Equal(RecusalState.Declared, await StateAsync(id));
    }

    [Theory]
    [InlineData("zh-CN", "逾期 6 天", "还剩 3 天", "还剩 20 天", "按期办结", "逾期 9 天办结")]
    [InlineData("en", "6 d overdue", "3 d left", "20 d left", "Closed in time", "Closed 9 d late")]
    public async Task A_deadline_says_how_it_stands_in_words_and_how_it_was_computed(string culture, params string[] standings)
    {
        Read(culture);
        var agency = _office.Agency("攸县经办机构");
        _office.Verified(agency, Day(9, 1), Day(11, 10), Day(11, 9));
        _office.Verified(agency, Day(9, 1), Day(11, 10), Day(11, 19));
        _office.Ordered(agency, Day(11, 13), Day(12, 13));
        _office.Ordered(agency, Day(10, 20), Day(11, 17));
        _office.Investigating(agency, Day(9, 27));
        await PublishAsync();

        var page = Render<AdministratorDashboard>();

        Assert.Equal(standings, page.FindAll("[data-testid=underway] summary").Select(s => s.TextContent.Trim()));
        Assert.Equal(["bad", "warning", "good", "info", "worn"], page.FindAll("[data-testid=underway] summary").Select(s => s.GetAttribute("data-tone")));
        Assert.All(page.FindAll("[data-testid=underway] .how-words"), how => Assert.Contains(culture == "en" ? "midnight" : "24 时", how.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_computed_day_tells_its_start_its_length_and_the_holiday_it_rolled_over()
    {
        _office.Ordered(_office.Agency("攸县经办机构"), Day(9, 5), Day(10, 8));
        await PublishAsync();

        var how = Render<AdministratorDashboard>().Find(".how-words").TextContent;

        Assert.Contains("2026年9月5日（周六） 责令整改（第十四条），当日不计，30 个自然日至 2026年10月5日（周一）。", how, StringComparison.Ordinal);
        Assert.Contains("顺延至 2026年10月8日（周四）", how, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_says_what_to_do_and_how_long_it_has_waited()
    {
        var finding = _office.Submitted(_office.Agency("攸县经办机构"), Day(11, 16));
        await PublishAsync();

        var row = Render<AdministratorDashboard>().Find("[data-testid=work] li");

        Assert.Equal($"登记 {finding.Number}", row.QuerySelector(".work-what")!.TextContent);
        Assert.Equal($"/findings/{finding.Id.Value}", row.QuerySelector(".work-what")!.GetAttribute("href"));
        Assert.Equal("已等 5 个工作日 · 内部时限 3 个工作日", row.QuerySelector(".work-waited")!.TextContent);
        Assert.Equal("逾期 4 天", row.QuerySelector(".chip")!.TextContent);
    }

    [Fact]
    public async Task An_empty_office_says_so_in_every_panel()
    {
        await PublishAsync();

        var page = Render<AdministratorDashboard>();

        Assert.Equal(3, page.FindAll(".empty").Count);
    }

    [Fact]
    public async Task The_ranking_follows_its_own_feed_and_every_score_leads_to_why()
    {
        await PublishAsync();
        var page = Render<AdministratorDashboard>();
        var first = new RankingLine(_office.Author, "谭示安", SourceCategory.GrassrootsWorker, 1, new Score(91_25), EvaluationGrade.Excellent);

        RankingFeed.Publish(new RankingSnapshot(_clock.GetUtcNow(), 2026, new([first]), 1, 2));

        page.WaitForAssertion(() => Assert.Equal($"/evaluation/2026/{_office.Author}", page.Find("[data-testid=ranking] td a").GetAttribute("href")));
        Assert.Contains("91.25", page.Find("[data-testid=ranking] table").TextContent, StringComparison.Ordinal);
        Assert.Contains("排名 1 人，未排名 2 人", page.Find("[data-testid=ranking]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_desk_costs_few_components()
    {
        var agency = _office.Agency("攸县经办机构");
        for (var more = 0; more < 15; more++)
        {
            _office.Submitted(agency, Day(11, 1));
            _office.Ordered(agency, Day(10, 20), Day(11, 25));
            _office.Declared(_office.Supervisor($"人{more}", SourceCategory.PublicRepresentative), RecusalMatter.Of(agency), Day(11, 20));
        }

        await PublishAsync();
        var page = Render<AdministratorDashboard>();

        // The frame around it has a hundred of its own; 160 is what a circuit may cost.
        Assert.InRange(page.FindComponents<IComponent>().Count, 1, 30);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _db.Dispose();
    }

    private static void Read(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
    }

    private static string Tile(IRenderedComponent<AdministratorDashboard> page, string tile) => page.Find($"[data-testid={tile}] .tile-number").TextContent;

    private async Task PublishAsync()
    {
        _office.SaveTo(_db);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Feed.Publish(await _query.TakeAsync(Xunit.TestContext.Current.CancellationToken));
    }

    private async Task<RecusalId> GivenADeclarationAsync(PersonId person)
    {
        var id = _office.Declared(person, RecusalMatter.Of(_office.Agency("攸县经办机构")), Day(11, 20));
        await PublishAsync();
        return id;
    }

    private async Task<RecusalState> StateAsync(RecusalId id)
    {
        await using var db = _db.CreateDbContext();
        return await db.Recusals.Where(r => r.Id == id).Select(r => r.State).SingleAsync(Xunit.TestContext.Current.CancellationToken);
    }
}

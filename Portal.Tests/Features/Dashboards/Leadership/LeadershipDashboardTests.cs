using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Features.Dashboards.Corps;
using Portal.Features.Dashboards.Leadership;
using Portal.Tests.Features.Ui;
using Portal.Tests.Support;
using Portal.Ui;
using static Portal.Tests.Features.Dashboards.Leadership.YearOffice;

namespace Portal.Tests.Features.Dashboards.Leadership;

public sealed class LeadershipDashboardTests : FrameContext
{
    private readonly YearOffice _office = new();
    private Acting _acting = Acting.Leadership();

    public LeadershipDashboardTests()
    {
        Services.AddScoped<Words>();
        Services.AddScoped<YearWords>();
        Services.AddScoped<YearCharts>();
        Services.AddScoped(_ => _office.For(_acting));
        ComponentFactories.AddStub<CorpsPanels>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _office.Dispose();
    }

    [Fact]
    public async Task Every_figure_has_its_change_beside_it_and_opens_its_list()
    {
        _office.Finding(Day(2025, 5, 1));
        _office.Finding(Day(2026, 5, 1));
        _office.Finding(Day(2026, 6, 1));
        var page = await OpenAsync();

        var tile = page.Find("[data-testid=year-figures] a");
        Assert.Equal("/findings?year=2026", tile.GetAttribute("href"));
        Assert.Equal(["2", "收到线索", "比2025年多1件"], tile.Children.Select(span => span.TextContent));
        Assert.Equal("2026年，截至2026年11月23日（周一）；与2025年全年比较。", page.Find(".head-lead").TextContent);
        Assert.Equal(3, page.FindAll("[data-testid=year-words] > p").Count);
    }

    [Fact]
    public async Task Every_chart_has_a_sentence_a_table_twin_and_its_list()
    {
        _office.Finding(Day(2026, 5, 1));
        var page = await OpenAsync();

        string[] charts = ["months", "rectification", "agencies", "categories", "feedback", "participation", "ranking"];
        Assert.Equal(charts.Select(id => $"chart-{id}"), page.FindAll("figure").Select(figure => figure.GetAttribute("data-testid")));
        foreach (var id in charts)
        {
            page.Find($"[data-testid=chart-{id}] .segment:last-child").Click();
            var chart = page.Find($"[data-testid=chart-{id}]");
            Assert.NotNull(chart.QuerySelector("table caption"));
            Assert.NotEmpty(chart.QuerySelector(".chart-says")!.TextContent);
            Assert.StartsWith("/", chart.QuerySelector(".chart-list")!.GetAttribute("href"), StringComparison.Ordinal);
        }

        Assert.Equal("/findings?year=2026&month=2026-05", page.Find("[data-testid=chart-months] tbody tr:nth-child(5) td:last-child a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_picked_year_goes_into_the_address_and_the_rest_of_the_address_stays()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/?from=mail");
        var page = await OpenAsync();

        await page.Find("[data-testid=year-pick]").ChangeAsync(new ChangeEventArgs { Value = "2025" });

        Assert.EndsWith("/?from=mail&year=2025", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(["2026", "2025", "2024", "2023"], page.FindAll("option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Another_year_of_the_address_shows_that_year()
    {
        _office.Finding(Day(2024, 5, 1));
        var page = await OpenAsync();
        page.Render(p => p.Add(d => d.Year, 2024));

        page.WaitForAssertion(() => Assert.Equal("2024年全年，与2023年比较。", page.Find(".head-lead").TextContent));
        Assert.Equal("2024", page.Find("option[selected]").GetAttribute("value"));
        Assert.Equal("/dashboard/year.xlsx?year=2024", page.Find("[data-testid=export]").GetAttribute("href"));
        Assert.NotNull(page.Find("[data-print]"));
    }

    [Fact]
    public async Task What_waits_for_approval_names_the_matter_and_no_author()
    {
        _office.Propose(Day(2026, 11, 2));
        var page = await OpenAsync();

        Assert.Equal("1", page.Find("[data-testid=approvals-tile] .tile-number").TextContent);
        Assert.Equal("/approvals", page.Find("[data-testid=approvals] h2 a").GetAttribute("href"));
        Assert.Equal(["调查结论", "AG01经办机构（演示）", "2026-11-02"], page.FindAll("[data-testid=approvals] tbody td").Select(td => td.TextContent));
        Assert.DoesNotContain("示例甲", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_proposals_it_says_what_would_stand_there()
    {
        var page = await OpenAsync();

        Assert.Equal("没有等待审批的事项", page.Find("[data-testid=approvals] .empty-title").TextContent);
        Assert.Empty(page.FindAll("[data-testid=approvals-tile]"));
    }

    [Fact]
    public async Task A_new_count_changes_the_figures_in_place_and_an_older_one_is_ignored()
    {
        var page = await OpenAsync();
        var before = await _office.CountAsync();
        _office.Finding(Day(2026, 5, 1));
        _office.Clock.Advance(TimeSpan.FromSeconds(2));

        _office.Feed.Publish(await _office.CountAsync());
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".tile-number").TextContent));
        var renders = page.RenderCount;

        _office.Feed.Publish(before);
        Assert.Equal("1", page.Find(".tile-number").TextContent);
        Assert.Equal(renders, page.RenderCount);
    }

    [Fact]
    public async Task A_page_that_was_left_hears_nothing_more()
    {
        await OpenAsync();
        Assert.Equal(1, _office.Feed.WatcherCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, _office.Feed.WatcherCount);
    }

    [Fact]
    public void Whoever_is_not_leadership_sees_no_number()
    {
        _acting = Acting.Administrator();

        var page = Render<LeadershipDashboard>();

        Assert.Empty(page.FindAll("figure"));
        Assert.Equal("没有权限查看这一页。", page.Find("[role=status]").TextContent);
        Assert.Equal(0, _office.Feed.WatcherCount);
    }

    private async Task<IRenderedComponent<LeadershipDashboard>> OpenAsync()
    {
        _office.Feed.Publish(await _office.CountAsync());
        var page = Render<LeadershipDashboard>();
        page.WaitForElement("[data-testid=ranking]");
        return page;
    }
}

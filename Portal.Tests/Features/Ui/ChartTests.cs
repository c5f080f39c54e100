using Bunit;
using Microsoft.JSInterop;
using Portal.Ui.Charts;

namespace Portal.Tests.Features.Ui;

public sealed class ChartTests : FrameContext
{
    private static readonly ChartModel s_model = new(ChartKind.StackedColumn, "月份", ["1月", "2月"],
    [
        new("基层", [3, null], "--group-1") { Links = ["/activities?month=1&group=1", null] },
        new("群众", [4, 5], "--group-4"),
    ]);

    [Fact]
    public void The_table_twin_has_a_caption_heads_and_every_number_with_its_list()
    {
        var chart = Draw(s_model);
        Assert.Empty(chart.FindAll("table"));

        chart.FindAll(".segment")[1].Click();

        Assert.Equal("四组活动", chart.Find("caption").TextContent);
        Assert.Equal(["月份", "基层", "群众"], chart.FindAll("thead th").Select(th => th.TextContent));
        Assert.Equal(["3", "4", "–", "5"], chart.FindAll("tbody td").Select(td => td.TextContent.Trim()));
        Assert.Equal("/activities?month=1&group=1", chart.Find("tbody a").GetAttribute("href"));
        Assert.Equal("true", chart.FindAll(".segment")[1].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void The_picture_has_a_name_and_one_sentence()
    {
        var chart = Draw(s_model);

        Assert.Equal("图：四组活动。群众组最多。", chart.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal("群众组最多。", chart.Find("figcaption p").TextContent);
    }

    [Fact]
    public void The_same_numbers_are_drawn_once_and_new_numbers_in_the_same_place()
    {
        var module = JSInterop.SetupModule(_ => true);
        module.Mode = JSRuntimeMode.Loose;
        var chart = Draw(s_model);

        chart.Render(p => p.Add(c => c.Model, s_model with { Categories = ["1月", "2月"] }));
        Assert.Single(module.Invocations["draw"]);

        chart.Render(p => p.Add(c => c.Model, s_model with { Categories = ["3月", "4月"] }));
        Assert.Equal(2, module.Invocations["draw"].Count);
    }

    [Fact]
    public void A_picture_that_cannot_be_drawn_leaves_its_table()
    {
        var module = JSInterop.SetupModule(_ => true);
        module.SetupVoid("draw", _ => true).SetException(new JSException("no canvas"));

        var chart = Draw(s_model);

        chart.WaitForAssertion(() => Assert.NotEmpty(chart.FindAll("table")));
    }

    [Fact]
    public void Without_data_it_says_so_and_loads_no_library()
    {
        var chart = Draw(s_model with { Series = [] });

        Assert.Equal("这段时间没有数据。", chart.Find(".chart-empty").TextContent);
        Assert.Empty(JSInterop.Invocations);
    }

    private IRenderedComponent<Chart> Draw(ChartModel model) =>
        Render<Chart>(p => p.Add(c => c.Model, model).Add(c => c.Title, "四组活动").Add(c => c.Says, "群众组最多。"));
}

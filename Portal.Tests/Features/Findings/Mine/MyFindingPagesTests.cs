using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Features.Findings.Mine;
using Portal.Tests.Features.Dashboards.Supervisor;

namespace Portal.Tests.Features.Findings.Mine;

public sealed class MyFindingPagesTests : MyPagesContext
{
    [Fact]
    public async Task The_receipt_shows_the_number_and_the_three_dates()
    {
        var id = await Rows.FileAsync(Rows.Me);
        Act(Rows.Me);

        var page = Render<FindingSent>(p => p.Add(x => x.Key, id.Value));

        Assert.Equal("WT-2026-0001", page.Find("[data-testid=number]").TextContent);
        var steps = page.Find("[data-testid=next-steps]").TextContent;
        Assert.All(["2026年11月26日（周四）", "2027年1月25日（周一）", "2027年2月8日（周一）"], day => Assert.Contains(day, steps, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_says_the_state_in_plain_words_and_what_comes_by_when()
    {
        await Rows.FileAsync(Rows.Me);
        Act(Rows.Me);

        var list = Render<MyFindings>().Find("[data-testid=my-findings]").TextContent;

        Assert.Contains("监督和审计科已收到，等待登记。", list, StringComparison.Ordinal);
        Assert.Contains("预计2026年11月26日（周四）前登记", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_section_does_appears_without_reloading()
    {
        var id = await Rows.FileAsync(Rows.Me);
        Act(Rows.Me);
        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));
        Assert.Empty(page.FindAll("[data-testid=question]"));

        await Rows.HandleAsync(id, Rows.Ask);
        Change();

        page.WaitForAssertion(() => Assert.Contains("请补充具体日期", page.Find("[data-testid=question]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_is_answered_on_the_spot()
    {
        var id = await Rows.FileAsync(Rows.Me);
        await Rows.HandleAsync(id, Rows.Ask);
        Act(Rows.Me);
        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));
        page.Find("[data-testid=question] form").Submit();
        Assert.Contains("第十四条", page.Find("#answer-error").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=answer]").Input("十一月九日上午");
        page.Find("[data-testid=question] form").Submit();

        page.WaitForAssertion(() => Assert.Contains("十一月九日上午", page.Find("[data-testid=timeline]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=question]"));
    }

    [Fact]
    public async Task The_result_stands_out_and_can_be_disputed_until_a_day()
    {
        var id = await Rows.FileAsync(Rows.Me);
        await Rows.HandleAsync(id, Rows.FeedBack);
        Act(Rows.Me);
        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));
        var feedback = page.Find("[data-testid=feedback]").TextContent;
        Assert.Contains("您反映的事项由医保部门办理。", feedback, StringComparison.Ordinal);
        Assert.Contains("截至2026年12月8日（周二）", feedback, StringComparison.Ordinal);

        page.Find("[data-testid=dispute]").Click();
        page.Find("[data-testid=appeal]").Input("问题还在");
        page.Find("[data-testid=feedback] form").Submit();

        page.WaitForAssertion(() => Assert.Contains("您已于2026年11月23日（周一）提出异议", page.Find("[data-testid=appeal-why]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=feedback]"));
        Assert.Empty(page.FindAll("[data-testid=dispute]"));
        Assert.Equal(FindingState.Registered, Rows.Read(db => db.Findings.AsSplitQuery().Single().State));
    }

    [Fact]
    public async Task A_dispute_that_is_too_late_is_off_with_the_reason_and_the_day()
    {
        var id = await Rows.FileAsync(Rows.Me);
        await Rows.HandleAsync(id, Rows.FeedBack);
        Rows.Clock.Advance(TimeSpan.FromDays(16));
        Act(Rows.Me);

        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));

        var button = page.Find("[data-testid=dispute]");
        Assert.True(button.HasAttribute("disabled"));
        var why = page.Find($"#{button.GetAttribute("aria-describedby")}").TextContent;
        Assert.Contains("2026年12月8日（周二）", why, StringComparison.Ordinal);
        Assert.Contains("第十四条", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_stepping_aside_only_the_result_is_shown()
    {
        var id = await Rows.FileAsync(Rows.Me);
        await Rows.HandleAsync(id, Rows.FeedBack);
        Rows.Recuse(Rows.Me, RecusalMatter.Of(Rows.Pension));
        Act(Rows.Me);

        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));

        Assert.Contains("第十一条", page.Find("[data-testid=recused]").TextContent, StringComparison.Ordinal);
        Assert.Contains("您反映的事项由医保部门办理。", page.Find("[data-testid=feedback]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=timeline], [data-testid=reported], [data-testid=dispute]"));
        Assert.DoesNotContain("窗口排队", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_finding_shows_nothing()
    {
        var id = await Rows.FileAsync(Rows.Other);
        Act(Rows.Me);

        var page = Render<MyFindingPage>(p => p.Add(x => x.Key, id.Value));

        Assert.Equal("", page.Markup.Trim());
    }
}

using Bunit;
using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Activities.Mine;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Findings.Mine;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Dashboards.Supervisor;

public sealed class SupervisorHomeTests : MyPagesContext
{
    [Fact]
    public void Three_large_buttons_and_the_next_activity()
    {
        Rows.Invite(Rows.Me, "明察养老窗口", Today.AddDays(3));
        Act(Rows.Me);

        var page = Render<SupervisorHome>();

        Assert.Equal(["/findings/new", "/recusals/new", "/my/activities"], page.FindAll(".act").Select(a => a.GetAttribute("href")));
        Assert.Contains("2026年11月26日（周四） 明察养老窗口", page.Find("[data-testid=act-activities]").TextContent, StringComparison.Ordinal);
        Assert.Contains("请答复是否参加：明察养老窗口", page.Find("[data-testid=waiting]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_do_is_said_too()
    {
        Act(Rows.Me);

        var page = Render<SupervisorHome>();

        Assert.Contains("现在没有需要您处理的事。", page.Find("[data-testid=waiting]").TextContent, StringComparison.Ordinal);
        Assert.Contains("您还没有反映过问题。", page.Find("[data-testid=findings]").TextContent, StringComparison.Ordinal);
        Assert.Contains("正在计算", page.Find("[data-testid=score]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_the_section_appears_without_reloading_and_leads_to_the_finding()
    {
        var id = await Rows.FileAsync(Rows.Me);
        Act(Rows.Me);
        var page = Render<SupervisorHome>();

        await Rows.HandleAsync(id, Rows.Ask);
        Change();

        page.WaitForAssertion(() => Assert.Equal($"/my/findings/{id.Value}", page.Find("[data-testid=waiting] a").GetAttribute("href")));
        Assert.Equal("进展：4 步中的第 1 步", page.Find(".way").GetAttribute("aria-label"));
    }

    [Fact]
    public void The_score_comes_with_the_rank_in_the_group_or_why_there_is_none()
    {
        Act(Rows.Me);
        var page = Render<SupervisorHome>();

        Count(Rows.Me, new MyScore(2026, new Score(8250), SourceCategory.PublicRepresentative, 2, 6, []));
        page.WaitForAssertion(() => Assert.Contains("群众代表 第 2 名（共 6 人）", page.Find("[data-testid=score]").TextContent, StringComparison.Ordinal));
        Assert.Contains("暂定 82.50 分", page.Find("[data-testid=score]").TextContent, StringComparison.Ordinal);

        Count(Rows.Me, new MyScore(2026, new Score(8250), SourceCategory.PublicRepresentative, null, 6, [UnrankedReason.InsufficientInvitations]));
        page.WaitForAssertion(() => Assert.Contains("暂不排名：应参加的活动不足两次", page.Find("[data-testid=score]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_about_anybody_else()
    {
        const string Theirs = "只属于别人";
        await Rows.FileAsync(Rows.Me);
        var foreign = await Rows.FileAsync(Rows.Other, Rows.Injury, Theirs);
        await Rows.HandleAsync(foreign, Rows.Ask);
        Rows.Invite(Rows.Other, $"{Theirs}的暗访", Today.AddDays(3), mode: SupervisionMode.UnannouncedVisit, agency: Rows.Injury);
        Rows.Recuse(Rows.Other, RecusalMatter.Of(Rows.Injury));
        await Rows.Drafts(Rows.Other).SaveAsync(DraftNames.Finding, new FindingForm { Text = Theirs }, Stop);
        Count(Rows.Other, new MyScore(2026, new Score(9999), SourceCategory.PublicRepresentative, 1, 2, []));
        Act(Rows.Me);

        foreach (var markup in new[] { Render<SupervisorHome>().Markup, Render<MyFindings>().Markup, Render<MyActivityList>().Markup })
        {
            Assert.All(
                [Theirs, "罗例清", "WT-2026-0002", "株洲市工伤经办中心", "99.99", foreign.Value.ToString()],
                word => Assert.DoesNotContain(word, markup, StringComparison.Ordinal));
        }
    }

    private void Count(PersonId who, MyScore score) =>
        Rows.Scores.Publish(new ScoresOfYear(Rows.Clock.GetUtcNow(), new Dictionary<PersonId, MyScore> { [who] = score }));
}

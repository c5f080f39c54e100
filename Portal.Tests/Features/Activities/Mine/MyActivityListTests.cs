using Bunit;
using Portal.Domain.Activities;
using Portal.Features.Activities.Mine;
using Portal.Tests.Features.Dashboards.Supervisor;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Activities.Mine;

public sealed class MyActivityListTests : MyPagesContext
{
    [Fact]
    public void An_invitation_is_answered_with_one_tap()
    {
        var (activity, _) = Rows.Invite(Rows.Me, "明察养老窗口", Today.AddDays(3));
        Act(Rows.Me);
        var page = Render<MyActivityList>();
        Assert.Equal($"/recusals/new?activity={activity.Value}", page.Find("[data-testid=recuse]").GetAttribute("href"));

        page.Find("[data-testid=accept]").Click();

        page.WaitForAssertion(() => Assert.Contains("您已答复参加", page.Find("[data-testid=activity]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=accept]"));
        Assert.Contains("已答复：参加。", Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Leave_takes_a_reason()
    {
        Rows.Invite(Rows.Me, "明察养老窗口", Today.AddDays(3));
        Act(Rows.Me);
        var page = Render<MyActivityList>();
        page.Find("[data-testid=leave]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));

        page.Find("[data-testid=reason]").Input("出差");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("您写的理由：出差", page.Find("[data-testid=activity]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=reason-panel]"));
    }

    [Fact]
    public void On_the_day_itself_leave_is_off_and_says_why()
    {
        Rows.Invite(Rows.Me, "明察养老窗口", Today, ParticipationState.Accepted);
        Act(Rows.Me);

        var page = Render<MyActivityList>();

        Assert.True(page.Find("[data-testid=leave]").HasAttribute("disabled"));
        Assert.Contains("第八条第五项", page.Find("[data-testid=why-not-leave]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_ones_say_in_words_how_it_went_and_offer_nothing()
    {
        Rows.Invite(Rows.Me, "春季明察", new DateOnly(2026, 3, 2), ParticipationState.Absent, activityState: ActivityState.Completed);
        Act(Rows.Me);

        var page = Render<MyActivityList>();

        Assert.Contains("登记为缺席", page.Find("[data-testid=past]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }
}

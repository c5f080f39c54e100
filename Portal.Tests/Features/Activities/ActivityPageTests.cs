using Bunit;
using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Activities;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Activities;

public sealed class ActivityPageTests : FeaturePages
{
    private static readonly DateOnly s_today = SmallOffice.Today;

    [Fact]
    public void Everybody_invited_stands_with_mark_word_and_group()
    {
        var id = Office.Activity("2026-01", "例会", new DateOnly(2026, 3, 5), ActivityState.Completed);
        Office.Invite(id, Office.Supervisor("甲", SourceCategory.IndustryAssociation), ParticipationState.AttendedPartly);
        Office.Invite(id, Office.Supervisor("乙"), ParticipationState.Recused);
        As(PortalRole.Leadership);

        var page = At<ActivityDetail>($"/activities/{id}", id.Value);

        var sheet = page.Find("[data-testid=invitees]").TextContent;
        Assert.Contains("迟到或早退", sheet, StringComparison.Ordinal);
        Assert.Contains("○", sheet, StringComparison.Ordinal);
        Assert.Contains("回避", sheet, StringComparison.Ordinal);
        Assert.Contains("行业协会", sheet, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=publish], [data-testid=cancel], [data-testid=excuse]"));
    }

    [Fact]
    public void What_cannot_be_done_now_says_why_and_changes_nothing()
    {
        var id = Office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        Office.Invite(id, Office.Supervisor("甲"));
        As(PortalRole.Administrator);

        var page = At<ActivityDetail>($"/activities/{id}", id.Value);
        var complete = page.Find("[data-testid=complete]");

        Assert.Equal("true", complete.GetAttribute("aria-disabled"));
        Assert.Contains("还有1人的出勤没有登记", complete.GetAttribute("title"), StringComparison.Ordinal);
        complete.Click();
        Assert.Contains(Told, t => t!.Contains("还有1人的出勤没有登记", StringComparison.Ordinal));
        page.Find("[data-testid=cancel]").Click();
        Assert.Empty(page.FindAll("[data-testid=reason-panel]"));
        Assert.Equal(ActivityState.InProgress, Office.Read(db => db.Activities.Single().State));
    }

    [Fact]
    public void Attendance_is_marked_one_by_one_or_all_that_is_left_and_then_the_activity_is_completed()
    {
        var id = Office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        foreach (var name in new[] { "丙", "乙", "甲" })
        {
            Office.Invite(id, Office.Supervisor(name));
        }

        As(PortalRole.Administrator);
        var page = At<ActivityDetail>($"/activities/{id}", id.Value);

        page.Find("[data-testid=mark-Absent]").Click();
        page.Find("[data-testid=mark-rest]").Click();
        page.Find("[data-testid=complete]").Click();

        Assert.Equal((1, 2), Office.Read(db => (db.Participations.Count(p => p.State == ParticipationState.Absent), db.Participations.Count(p => p.State == ParticipationState.Attended))));
        Assert.Contains("已完成", page.Find(".head-line").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=mark-rest]"));
    }

    [Fact]
    public void Leave_is_decided_in_its_row()
    {
        var id = Office.Activity("2026-01", "例会");
        Office.Invite(id, Office.Supervisor("甲"), ParticipationState.LeaveRequested);
        As(PortalRole.Administrator);

        var page = At<ActivityDetail>($"/activities/{id}", id.Value);
        page.Find("[data-testid=approve-leave]").Click();

        Assert.Equal(ParticipationState.Excused, Office.Read(db => db.Participations.Single().State));
        Assert.Empty(page.FindAll("[data-testid=approve-leave]"));
    }

    [Fact]
    public void Cancelling_and_excusing_ask_for_a_reason()
    {
        var id = Office.Activity("2026-01", "例会");
        Office.Invite(id, Office.Supervisor("甲"), ParticipationState.Absent);
        As(PortalRole.Administrator);
        var page = At<ActivityDetail>($"/activities/{id}", id.Value);

        page.Find("[data-testid=excuse]").Click();
        page.Find("[data-testid=reason]").Input("单位证明");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Equal("单位证明", Office.Read(db => db.Participations.Single().Reason));

        page.Find("[data-testid=cancel]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));
        page.Find("[data-testid=reason]").Input("机构搬迁");
        page.Find("[data-testid=reason-act]").Click();

        Assert.Equal("机构搬迁", Office.Read(db => db.Activities.Single().CancelReason));
        Assert.Contains("机构搬迁", page.Find("[data-testid=facts]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_activity_shows_before_it_is_kept_who_is_invited_and_who_is_not()
    {
        var agency = Office.Agency("AG01", "示例经办机构");
        Office.Supervisor("甲");
        Office.Recuse(Office.Supervisor("乙"), RecusalMatter.Of(agency));
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");

        page.Find("[data-testid=title]").Input("窗口明察");
        page.Find("[data-testid=mode-OpenVisit]").Change(true);
        page.Find("[data-testid=date]").Change("2026-12-01");
        page.Find("[data-testid=agency]").Change(true);
        page.Find("[data-testid=group-GrassrootsWorker]").Change(true);

        Assert.Contains("将邀请 1 人", page.Find("[data-testid=invitations]").TextContent, StringComparison.Ordinal);
        Assert.Contains("乙", page.Find("[data-testid=left-out]").TextContent, StringComparison.Ordinal);
        Assert.Contains("第十一条", page.Find("[data-testid=left-out]").TextContent, StringComparison.Ordinal);
        page.Find("form").Submit();
        Assert.Contains("活动 2026-01 已保存，邀请 1 人。", page.Find("[data-testid=planned]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, Office.Read(db => db.Participations.Count()));
    }

    [Fact]
    public void An_empty_form_says_next_to_each_field_what_is_missing_and_keeps_nothing()
    {
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");

        page.Find("[data-testid=hours]").Change("-1");
        page.Find("form").Submit();

        Assert.NotEmpty(page.Find("#title-error").TextContent);
        Assert.NotEmpty(page.Find("#date-error").TextContent);
        Assert.NotEmpty(page.Find("#hours-error").TextContent);
        Assert.Contains("第七条", page.Find("#mode-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("第十条", page.Find("#groups-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Office.Read(db => db.Activities.Count()));
        page.Find("[data-testid=title]").Input("例会");
        Assert.Empty(page.Find("#title-error").TextContent);
    }

    [Fact]
    public void What_was_typed_is_there_again_when_the_page_is_opened_anew()
    {
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");
        page.Find("[data-testid=title]").Input("写了一半");
        Office.Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains("已自动保存", page.Markup, StringComparison.Ordinal));
        Assert.Equal("写了一半", At<NewActivity>("/activities/new").Find("[data-testid=title]").GetAttribute("value"));
    }

    [Fact]
    public void An_undercover_visit_says_who_can_see_it()
    {
        var id = Office.Activity("2026-09", "到访", s_today.AddDays(2), mode: SupervisionMode.UnannouncedVisit, agencies: Office.Agency("AG01", "机构"));
        As(PortalRole.Administrator);

        Assert.NotEmpty(At<ActivityDetail>($"/activities/{id}", id.Value).FindAll("[data-testid=secret]"));
        var form = At<NewActivity>("/activities/new");
        form.Find("[data-testid=mode-UnannouncedVisit]").Change(true);
        Assert.Contains("只有管理员", form.Find("[data-testid=secret-help]").TextContent, StringComparison.Ordinal);
    }
}

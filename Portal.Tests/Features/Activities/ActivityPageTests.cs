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

        Assert.Empty(page.FindAll("[data-testid=publish], [data-testid=complete], [data-testid=cancel], [data-testid=edit], [data-testid=invite-open]"));
        Assert.Contains("还有1人的出勤没有登记", page.Find("[data-testid=off-Complete]").TextContent, StringComparison.Ordinal);
        Assert.Equal("活动现为“进行中”，不能这样办理（第九条第二项）。", page.Find("[data-testid=off-Cancel]").TextContent);
        Assert.False(page.Find("[data-testid=why-not]").HasAttribute("open"));
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
        page.Find("[data-testid=capacity]").Change("0");
        page.Find("form").Submit();

        Assert.NotEmpty(page.Find("#title-error").TextContent);
        Assert.NotEmpty(page.Find("#date-error").TextContent);
        Assert.NotEmpty(page.Find("#hours-error").TextContent);
        Assert.NotEmpty(page.Find("#capacity-error").TextContent);
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
    public void A_reason_that_is_being_typed_is_there_again_when_the_page_is_opened_anew_and_gone_when_it_was_given()
    {
        var id = Office.Activity("2026-01", "例会");
        As(PortalRole.Administrator);
        var page = At<ActivityDetail>($"/activities/{id}", id.Value);
        page.Find("[data-testid=cancel]").Click();
        page.Find("[data-testid=reason]").Input("机构搬");
        Office.Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=draft-saved]")));

        var again = At<ActivityDetail>($"/activities/{id}", id.Value);
        again.Find("[data-testid=cancel]").Click();

        Assert.Equal("机构搬", again.Find("[data-testid=reason]").GetAttribute("value"));
        again.Find("[data-testid=reason]").Input("机构搬迁");
        again.Find("[data-testid=reason-act]").Click();
        Assert.Empty(again.FindAll("[data-testid=reason-panel]"));
        Assert.Equal((0, "机构搬迁"), Office.Read(db => (db.Drafts.Count(), db.Activities.Single().CancelReason)));
    }

    [Fact]
    public void A_reason_that_was_refused_stays_and_is_kept()
    {
        var id = Office.Activity("2026-01", "例会");
        As(PortalRole.Administrator);
        var page = At<ActivityDetail>($"/activities/{id}", id.Value);
        page.Find("[data-testid=cancel]").Click();
        page.Find("[data-testid=reason]").Input("机构搬迁");
        Office.Change(db => db.Activities.Single().Start(OfficeClock.Anchor, []));

        page.Find("[data-testid=reason-act]").Click();
        Office.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains(Told, t => t!.Contains("活动现为", StringComparison.Ordinal));
        Assert.Equal("机构搬迁", page.Find("[data-testid=reason]").GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Contains("机构搬迁", Office.Read(db => db.Drafts.Single().Content), StringComparison.Ordinal));
    }

    [Fact]
    public void Agencies_are_found_by_a_part_of_their_name_and_what_was_chosen_stays_in_sight()
    {
        Office.Agency("AG01", "天元区社保经办机构");
        Office.Agency("AG02", "攸县社保经办机构");
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");

        page.Find("[data-testid=agency]").Change(true);
        page.Find("[data-testid=agency-find]").Input("攸县");
        Assert.Equal(2, page.FindAll("[data-testid=agency]").Count);
        Assert.Equal("已选 1 个机构", page.Find("[data-testid=agency-count]").TextContent);
        page.FindAll("[data-testid=agency]")[0].Change(false);
        Assert.Contains("攸县", Assert.Single(page.FindAll(".picker-choice")).TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=agency-find]").Input("市本级");
        Assert.NotEmpty(page.FindAll("[data-testid=agency-none]"));
    }

    [Fact]
    public void A_day_is_written_out_in_the_language_of_the_page()
    {
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");
        page.Find("[data-testid=date]").Change("2026-12-01");

        Assert.Equal("2026年12月1日（周二）", page.Find("#date-day").TextContent);
        Assert.Contains("date-day", page.Find("#date").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        page.Find("[data-testid=date]").Change("");
        Assert.StartsWith("请选择日期", page.Find("#date-day").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void More_invitations_than_places_are_told_before_and_refused()
    {
        Office.Supervisor("甲");
        Office.Supervisor("乙");
        As(PortalRole.Administrator);
        var page = At<NewActivity>("/activities/new");
        page.Find("[data-testid=title]").Input("例会");
        page.Find("[data-testid=kind-Meeting]").Change(true);
        page.Find("[data-testid=date]").Change("2026-12-01");
        page.Find("[data-testid=capacity]").Change("1");
        page.Find("[data-testid=group-GrassrootsWorker]").Change(true);

        Assert.Contains("名额 1 人已满", page.Find("[data-testid=too-many]").TextContent, StringComparison.Ordinal);
        page.Find("form").Submit();
        Assert.Contains(Told, t => t!.Contains("名额 1 人已满", StringComparison.Ordinal));
        Assert.Equal(0, Office.Read(db => db.Activities.Count()));
    }

    [Fact]
    public void Changing_an_activity_starts_from_what_it_is_and_warns_that_another_day_asks_anew()
    {
        var agency = Office.Agency("AG01", "示例经办机构");
        var id = Office.Activity("2026-01", "窗口明察", new DateOnly(2026, 12, 1), ActivityState.Published, agencies: agency);
        Office.Invite(id, Office.Supervisor("甲"), ParticipationState.Accepted);
        As(PortalRole.Administrator);
        var page = At<EditActivity>($"/activities/{id}/edit", id.Value);

        Assert.Equal(("窗口明察", "2026-12-01"), (page.Find("[data-testid=title]").GetAttribute("value"), page.Find("[data-testid=date]").GetAttribute("value")));
        Assert.True(page.Find("[data-testid=agency]").HasAttribute("checked"));
        Assert.Empty(page.FindAll("[data-testid=moved]"));
        page.Find("[data-testid=title]").Input("窗口明察（改期）");
        page.Find("[data-testid=date]").Change("2026-12-03");
        Assert.Contains("重新答复", page.Find("[data-testid=moved]").TextContent, StringComparison.Ordinal);
        page.Find("form").Submit();

        Assert.Equal(("窗口明察（改期）", ParticipationState.Invited), Office.Read(db => (db.Activities.Single().Title, db.Participations.Single().State)));
        Assert.EndsWith($"/activities/{id.Value}", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_that_has_begun_is_not_changed_any_more()
    {
        var id = Office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        As(PortalRole.Administrator);

        var page = At<EditActivity>($"/activities/{id}/edit", id.Value);

        Assert.Contains("第九条第二项", page.Find("[data-testid=cannot-edit]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void A_field_of_a_change_says_what_is_missing_and_nothing_is_changed()
    {
        var id = Office.Activity("2026-01", "例会");
        As(PortalRole.Administrator);
        var page = At<EditActivity>($"/activities/{id}/edit", id.Value);

        page.Find("[data-testid=title]").Input(" ");
        page.Find("form").Submit();

        Assert.NotEmpty(page.Find("#title-error").TextContent);
        Assert.Equal("例会", Office.Read(db => db.Activities.Single().Title));
    }

    [Fact]
    public void Further_people_are_invited_with_their_reasons_and_their_other_activities_in_sight()
    {
        var agency = Office.Agency("AG01", "示例经办机构");
        var day = new DateOnly(2026, 12, 1);
        var id = Office.Activity("2026-01", "窗口明察", day, agencies: agency);
        var other = Office.Activity("2026-02", "业务培训", day);
        var (a, b) = (Office.Supervisor("甲"), Office.Supervisor("乙"));
        Office.Invite(other, b);
        Office.Recuse(Office.Supervisor("丙"), RecusalMatter.Of(agency));
        Office.Invite(id, Office.Supervisor("丁"));
        As(PortalRole.Administrator);
        var page = At<ActivityDetail>($"/activities/{id}", id.Value);

        page.Find("[data-testid=invite-open]").Click();

        Assert.True(page.Find("[data-testid=invite]").HasAttribute("disabled"));
        var people = page.FindAll(".people li").ToDictionary(li => li.TextContent.Trim()[..1], StringComparer.Ordinal);
        Assert.Equal(["丙", "乙", "甲"], people.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("第十一条", people["丙"].TextContent, StringComparison.Ordinal);
        Assert.True(people["丙"].QuerySelector("input")!.HasAttribute("disabled"));
        Assert.Contains("当天还受邀参加：业务培训", people["乙"].TextContent, StringComparison.Ordinal);
        page.FindAll(".people li").First(li => li.TextContent.Contains('乙', StringComparison.Ordinal)).QuerySelector("input")!.Change(true);
        page.Find("[data-testid=invite]").Click();
        Assert.Empty(page.FindAll("[data-testid=invite-more]"));
        Assert.Equal(ParticipationState.Invited, Office.Read(db => db.Participations.Single(p => p.Activity == id && p.Person == b).State));
        Assert.False(Office.Read(db => db.Participations.Any(p => p.Activity == id && p.Person == a)));
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

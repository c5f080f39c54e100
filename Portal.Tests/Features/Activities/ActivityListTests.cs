using Bunit;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Activities;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Activities;

public sealed class ActivityListTests : FeaturePages
{
    private static readonly DateOnly s_today = SmallOffice.Today;

    [Fact]
    public async Task Filters_work_together()
    {
        var agency = Office.Agency("AG01", "机构甲");
        var other = Office.Agency("AG02", "机构乙");
        Office.Activity("2026-01", "窗口明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: agency);
        Office.Activity("2026-02", "专题调研", new DateOnly(2026, 4, 5), ActivityState.Completed, mode: SupervisionMode.Research, agencies: [agency, other]);
        Office.Activity("2025-01", "旧年明察", new DateOnly(2025, 12, 31), ActivityState.Archived, agencies: agency);
        Office.Activity("2026-03", "培训", new DateOnly(2026, 5, 5), ActivityState.Published, ActivityKind.Training, agencies: other);

        Assert.Equal(["2026-03", "2026-02", "2026-01"], await NumbersAsync(new ActivityFilter(Year: 2026)));
        Assert.Equal(["2026-03"], await NumbersAsync(new ActivityFilter(Kind: ActivityKind.Training)));
        Assert.Equal(["2026-02"], await NumbersAsync(new ActivityFilter(Mode: SupervisionMode.Research)));
        Assert.Equal(["2025-01"], await NumbersAsync(new ActivityFilter(State: ActivityState.Archived)));
        Assert.Equal(["2026-02", "2026-01"], await NumbersAsync(new ActivityFilter(Year: 2026, Agency: agency)));
        Assert.Equal(["2026-01", "2025-01"], await NumbersAsync(new ActivityFilter(Text: "明察")));
        Assert.Empty(await NumbersAsync(new ActivityFilter(Text: "%")));
    }

    [Fact]
    public async Task Numbers_sort_by_year_and_then_by_sequence_and_not_by_letters()
    {
        foreach (var number in new[] { "2026-100", "2026-99", "2025-07", "2027-01" })
        {
            Office.Activity(number, number);
        }

        Assert.Equal(["2025-07", "2026-99", "2026-100", "2027-01"], await NumbersAsync(new ActivityFilter(), new Paging(1, "number")));
        Assert.Equal(["2027-01", "2026-100", "2026-99", "2025-07"], await NumbersAsync(new ActivityFilter(), new Paging(1, "number", true)));
    }

    [Theory]
    [InlineData("date", false)]
    [InlineData("date", true)]
    [InlineData("title", false)]
    [InlineData("title", true)]
    [InlineData("kind", false)]
    [InlineData("kind", true)]
    [InlineData("state", false)]
    [InlineData("state", true)]
    [InlineData(null, false)]
    public async Task The_export_is_the_list_in_the_same_order(string? sort, bool descending)
    {
        for (var i = 1; i <= 23; i++)
        {
            Office.Activity($"2026-{i:00}", $"活动{i % 7}", s_today.AddDays(-i % 5), (ActivityState)(i % 6));
        }

        var service = Service();
        var first = await service.ListAsync(new ActivityFilter(), new Paging(1, sort, descending), Cancel);
        var second = await service.ListAsync(new ActivityFilter(), new Paging(2, sort, descending), Cancel);
        var export = await service.ExportAsync(new ActivityFilter(), new Paging(1, sort, descending), Cancel);

        Assert.Equal((20, 3, 23), (first.Rows.Count, second.Rows.Count, second.Total));
        Assert.Equal(first.Rows.Concat(second.Rows).Select(r => r.Number), export.Select(r => r.Number));
    }

    [Fact]
    public async Task Excused_and_recused_people_are_not_due()
    {
        var activity = Office.Activity("2026-01", "例会", new DateOnly(2026, 3, 5), ActivityState.Completed);
        foreach (var (state, i) in new[] { ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent, ParticipationState.Excused, ParticipationState.Recused }.Select((s, i) => (s, i)))
        {
            Office.Invite(activity, Office.Supervisor($"示例{i}"), state);
        }

        var row = (await Service().ListAsync(new ActivityFilter(), new Paging(), Cancel)).Rows.Single();

        Assert.Equal((5, 2, 3, 2m / 3), (row.Invited, row.Came, row.Due, row.Rate));
    }

    [Fact]
    public async Task There_is_no_rate_before_the_attendance_is_complete()
    {
        var activity = Office.Activity("2026-01", "例会");
        Office.Invite(activity, Office.Supervisor("甲"), ParticipationState.Attended);

        Assert.Null((await Service().ListAsync(new ActivityFilter(), new Paging(), Cancel)).Rows.Single().Rate);
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_rows()
    {
        var agency = Office.Agency("AG01", "机构");
        var person = Office.Supervisor("甲");
        Office.Invite(Office.Activity("2026-01", "明察", agencies: agency), person);
        var few = await CountedQueries.OfAsync(Office.Db, () => Service().ListAsync(new ActivityFilter(), new Paging(), Cancel));
        for (var i = 2; i <= 20; i++)
        {
            Office.Invite(Office.Activity($"2026-{i:00}", "明察", agencies: agency), person);
        }

        Assert.Equal(few, await CountedQueries.OfAsync(Office.Db, () => Service().ListAsync(new ActivityFilter(), new Paging(), Cancel)));
        Assert.Equal(5, few);
    }

    [Fact]
    public async Task An_undercover_visit_before_its_day_is_known_to_administrators_alone()
    {
        var agency = Office.Agency("AG01", "机构");
        var secret = Office.Activity("2026-09", "到访", s_today, mode: SupervisionMode.UnannouncedVisit, agencies: agency);
        Office.Activity("2026-08", "昨天的到访", s_today.AddDays(-1), mode: SupervisionMode.UnannouncedVisit, agencies: agency);
        Office.Activity("2026-07", "取消的到访", s_today.AddDays(5), ActivityState.Cancelled, mode: SupervisionMode.UnannouncedVisit, agencies: agency);
        var leader = Service(Acting.Leadership());

        var seen = await leader.ListAsync(new ActivityFilter(), new Paging(), Cancel);

        Assert.Equal(["2026-07", "2026-08"], seen.Rows.Select(r => r.Number));
        Assert.Equal(2, seen.Total);
        Assert.Equal(["2026-07", "2026-08"], (await leader.ExportAsync(new ActivityFilter(), new Paging(), Cancel)).Select(r => r.Number));
        Assert.Null(await leader.GetAsync(secret, Cancel));
        Assert.Equal(3, (await Service().ListAsync(new ActivityFilter(), new Paging(), Cancel)).Total);
        Assert.True((await Service().GetAsync(secret, Cancel))!.Row.IsSecret);
    }

    [Fact]
    public async Task A_reader_finds_nothing_of_an_activity_they_are_recused_from()
    {
        var agency = Office.Agency("AG01", "机构");
        var visit = Office.Activity("2026-01", "明察", agencies: agency);
        var meeting = Office.Activity("2026-02", "例会");
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(clerk.Person, RecusalMatter.Of(agency));
        Office.Recuse(clerk.Person, RecusalMatter.Of(meeting), RecusalState.Declared);
        var service = Service(clerk);

        Assert.Equal(0, (await service.ListAsync(new ActivityFilter(), new Paging(), Cancel)).Total);
        Assert.Empty(await service.ExportAsync(new ActivityFilter(), new Paging(), Cancel));
        Assert.Null(await service.GetAsync(visit, Cancel));
        Assert.Null(await service.GetAsync(meeting, Cancel));
        Assert.Empty((await service.FilterChoicesAsync(Cancel)).Agencies);
    }

    [Fact]
    public async Task Reasons_of_leave_are_for_those_who_handle_them()
    {
        var activity = Office.Activity("2026-01", "例会", s_today.AddDays(9));
        var person = Office.Supervisor("甲");
        Office.Invite(activity, person);
        await Office.Db.Work.WriteAsync(
            db =>
            {
                db.Participations.Single().RequestLeave("家中有事", s_today.AddDays(9), s_today);
                return Task.CompletedTask;
            },
            Cancel);

        Assert.Equal("家中有事", (await Service().GetAsync(activity, Cancel))!.Invitees.Single().Reason);
        var read = (await Service(Acting.Leadership()).GetAsync(activity, Cancel))!;
        Assert.Null(read.Invitees.Single().Reason);
        Assert.Null(read.Acts);
    }

    [Fact]
    public async Task A_supervisor_reads_none_of_it()
    {
        var service = Service(Acting.Supervisor(PersonId.New()));

        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ListAsync(new ActivityFilter(), new Paging(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ExportAsync(new ActivityFilter(), new Paging(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.FilterChoicesAsync(Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.GetAsync(ActivityId.New(), Cancel));
    }

    [Fact]
    public void The_list_page_shows_attendance_and_warns_of_what_is_confidential()
    {
        var agency = Office.Agency("AG01", "示例经办机构");
        Office.Activity("2026-09", "到访", s_today.AddDays(2), mode: SupervisionMode.UnannouncedVisit, agencies: agency);
        Office.Invite(Office.Activity("2026-01", "窗口明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: agency), Office.Supervisor("甲"), ParticipationState.Attended);
        As(PortalRole.Administrator);

        var rows = At<ActivityList>("/activities").FindAll("tbody tr");

        Assert.Contains("到访前保密", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("示例经办机构", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("监督 · 明察", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("100%", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_page_filters_by_its_address_and_only_administrators_are_offered_to_plan()
    {
        Office.Activity("2026-01", "今年", new DateOnly(2026, 3, 5));
        Office.Activity("2025-01", "去年", new DateOnly(2025, 3, 5));
        As(PortalRole.Leadership);

        var page = At<ActivityList>("/activities?year=2025");

        Assert.Contains("去年", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Empty(page.FindAll("[data-testid=new]"));
        Assert.Equal("/activities/export?year=2025", page.Find("[data-testid=export]").GetAttribute("href"));
        page.Find("[data-testid=filter-kind]").Change("Meeting");
        Assert.EndsWith("/activities?year=2025&kind=Meeting", Address.Uri, StringComparison.Ordinal);
    }

    private ActivityService Service(Acting? acting = null) => new(Office.Db, Office.Db.Work, (acting ?? Acting.Administrator()).Guard(), Office.Db.Views, Office.Clock);

    private async Task<IEnumerable<string>> NumbersAsync(ActivityFilter filter, Paging? paging = null)
    {
        var page = await Service().ListAsync(filter, paging ?? new Paging(), Cancel);
        Assert.Equal(page.Total, page.Rows.Count);
        return page.Rows.Select(r => r.Number);
    }

    [Fact]
    public void A_month_shows_its_activities_on_their_days_and_links_to_the_months_beside_it()
    {
        var id = Office.Activity("2026-01", "例会", new DateOnly(2026, 11, 5));
        Office.Activity("2026-02", "别的月", new DateOnly(2026, 9, 1));
        As(PortalRole.Leadership);

        var page = At<ActivityList>("/activities?view=month&month=2026-11");

        Assert.Equal("2026年11月", page.Find("[data-testid=month-name]").TextContent);
        Assert.Equal(7, page.FindAll("[data-testid=month] thead th").Count);
        // From Monday, October 26, to Sunday, December 6.
        Assert.Equal(("2026-10-26", "2026-12-06"), (page.Find("[data-testid=month] td").GetAttribute("data-day"), page.FindAll("[data-testid=month] td")[^1].GetAttribute("data-day")));
        Assert.Equal($"/activities/{id}", page.Find("[data-day='2026-11-05'] a").GetAttribute("href"));
        Assert.Single(page.FindAll(".month-entry"));
        Assert.Equal("date", page.Find("[data-day='2026-11-23']").GetAttribute("aria-current"));
        Assert.Equal("/activities?view=month&month=2026-10", page.Find("[data-testid=month-before]").GetAttribute("href"));
        Assert.Equal("/activities?view=month&month=2026-12", page.Find("[data-testid=month-after]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=activities]"));
    }

    [Fact]
    public void A_month_that_is_none_is_the_present_one_and_an_empty_one_says_so()
    {
        Office.Activity("2026-01", "到访", SmallOffice.Today.AddDays(2), mode: SupervisionMode.UnannouncedVisit, agencies: Office.Agency("AG01", "机构"));
        As(PortalRole.Leadership);

        var page = At<ActivityList>("/activities?view=month&month=later");

        Assert.Equal("2026年11月", page.Find("[data-testid=month-name]").TextContent);
        // An undercover visit is in nobody else's calendar before its day.
        Assert.NotEmpty(page.FindAll("[data-testid=month-empty]"));
        Assert.Empty(page.FindAll(".month-entry"));
    }
}

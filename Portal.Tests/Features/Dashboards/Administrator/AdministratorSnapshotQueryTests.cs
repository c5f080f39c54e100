using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Time;
using Portal.Features.Dashboards.Administrator;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Administrator.SeededOffice;

namespace Portal.Tests.Features.Dashboards.Administrator;

public sealed class AdministratorSnapshotQueryTests : IDisposable
{
    private readonly PortalDb _db = new();
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly SeededOffice _office = new();

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task Supervisors_are_counted_by_their_dates_and_terms_that_end_soon_by_the_setting()
    {
        _office.Supervisor("甲", SourceCategory.IndustryAssociation, end: Day(11, 23));
        _office.Supervisor("乙", SourceCategory.IndustryAssociation, end: Day(11, 22));
        _office.Supervisor("丙", SourceCategory.IndustryAssociation, endedOn: Day(11, 1));
        _office.Supervisor("丁", SourceCategory.IndustryAssociation, end: new DateOnly(2027, 2, 21));
        _office.Supervisor("戊", SourceCategory.IndustryAssociation, end: new DateOnly(2027, 2, 22));

        var figures = (await TakeAsync()).Figures;

        // 谭示安, 甲 on the last day, 丁 (day 90) and 戊 (day 91).
        Assert.Equal(4, figures.ActiveSupervisors);
        Assert.Equal(2, figures.TermsEnding);
        Assert.Equal(90, figures.TermReminderDays);
    }

    [Fact]
    public async Task Findings_are_counted_open_due_soon_and_overdue()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Submitted(agency, Day(11, 16));
        _office.Registered(agency, Day(11, 16));
        _office.Investigating(agency, Day(11, 1));
        _office.Ordered(agency, Day(10, 20), Day(11, 22));
        _office.Ordered(agency, Day(10, 20), Day(11, 23));
        _office.Ordered(agency, Day(10, 20), Day(11, 30));
        _office.Ordered(agency, Day(10, 20), Day(12, 1));
        _office.Reported(agency, Day(9, 1), Day(10, 4), Day(10, 1));
        _office.Verified(agency, Day(9, 1), Day(10, 4), Day(10, 1));
        _office.Closed(agency, Day(9, 1));

        var figures = (await TakeAsync()).Figures;

        Assert.Equal(9, figures.OpenFindings);
        Assert.Equal(2, figures.DueSoon);
        Assert.Equal(1, figures.Overdue);
        Assert.Equal(7, figures.Underway);
    }

    [Fact]
    public async Task A_day_that_passes_makes_overdue_without_a_save()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Ordered(agency, Day(10, 20), Day(11, 23));
        var before = await TakeAsync();

        _clock.Advance(TimeSpan.FromDays(1));
        var after = await TakeAsync();

        Assert.Equal((1, 0), (before.Figures.DueSoon, before.Figures.Overdue));
        Assert.Equal((0, 1), (after.Figures.DueSoon, after.Figures.Overdue));
        Assert.Equal(DeadlineState.DueSoon, before.Underway[0].Clock);
        Assert.Equal((DeadlineState.Overdue, 1), (after.Underway[0].Clock, after.Underway[0].Days));
        Assert.False(after.SaysTheSameAs(before));
    }

    [Fact]
    public async Task The_queue_holds_what_waits_for_the_section_the_most_urgent_first()
    {
        var agency = _office.Agency("攸县经办机构");
        var late = _office.Submitted(agency, Day(11, 16));
        _office.Submitted(agency, Day(11, 20));
        var conclude = _office.Investigating(agency, Day(9, 1));
        _office.Investigating(agency, Day(11, 1));
        var order = _office.Concluded(agency, Day(11, 18));
        var verify = _office.Reported(agency, Day(9, 1), Day(12, 4), Day(11, 12));
        _office.Concluded(agency, Day(11, 19), FindingConclusion.NotSubstantiated);
        _office.Ordered(agency, Day(10, 20), Day(12, 20));
        var activity = _office.Activity("年度座谈会", Day(12, 11), ActivityKind.Symposium, ActivityState.Published);
        _office.Part(activity, _office.Author, ParticipationState.LeaveRequested);
        var recusal = _office.Declared(_office.Author, RecusalMatter.Of(activity), Day(11, 22));

        var snapshot = await TakeAsync();

        Assert.Equal(8, snapshot.Figures.Work);
        Assert.Equal(
            [
                WorkKind.Conclude, WorkKind.Register, WorkKind.Verify, WorkKind.OrderRectification, WorkKind.DecideRecusal,
                WorkKind.Register, WorkKind.FeedBack, WorkKind.DecideLeave,
            ],
            snapshot.Work.Select(w => w.Kind));
        Assert.Equal(
            [conclude.Id.Value, late.Id.Value, verify.Id.Value, order.Id.Value, recusal.Value],
            snapshot.Work.Take(5).Select(w => w.Key));
        Assert.Equal(new WorkItem(WorkKind.Register, late.Id.Value, late.Number, "攸县经办机构", Day(11, 16), 5, DeadlineUnit.Workdays, 3, Day(11, 19)), snapshot.Work[1]);
        Assert.Equal(new WorkItem(WorkKind.Conclude, conclude.Id.Value, conclude.Number, "攸县经办机构", Day(9, 1), 83, DeadlineUnit.CalendarDays, 60, Day(10, 31)), snapshot.Work[0]);
    }

    [Fact]
    public async Task What_waits_for_leadership_does_not_wait_for_the_section()
    {
        var finding = _office.Investigating(_office.Agency("攸县经办机构"), Day(8, 1));
        finding.Conclude(_office.Clerk, FindingConclusion.Substantiated, "经查", true, 500_000m, true, new Portal.Domain.Rules.OfficeSettings(), _clock.GetUtcNow(), Day(11, 20));

        var snapshot = await TakeAsync();

        Assert.Equal(0, snapshot.Figures.Work);
        Assert.Empty(snapshot.Work);
        Assert.Equal(1, snapshot.Figures.Underway);
    }

    [Fact]
    public async Task Findings_on_their_way_show_all_five_standings()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Verified(agency, Day(9, 1), Day(11, 10), Day(11, 9));
        _office.Verified(agency, Day(9, 1), Day(11, 10), Day(11, 19));
        _office.Reported(agency, Day(9, 1), Day(10, 4), Day(10, 1));
        _office.Ordered(agency, Day(11, 13), Day(12, 13));
        _office.Ordered(agency, Day(10, 20), Day(11, 17));
        _office.Investigating(agency, Day(9, 27));

        var rows = (await TakeAsync()).Underway;

        Assert.Equal(
            [(DeadlineState.Overdue, 6), (DeadlineState.DueSoon, 3), (DeadlineState.InTime, 20), (null, 50), (DeadlineState.ClosedInTime, 1), (DeadlineState.ClosedLate, 9)],
            rows.Select(r => (r.Clock, r.Days)));
        Assert.Equal([100, 95, 33], rows.Take(3).Select(r => r.UsedPercent));
        Assert.Equal("示例科员", rows[0].Handler);
    }

    [Fact]
    public async Task A_deadline_says_whether_it_was_counted_chosen_or_moved()
    {
        var agency = _office.Agency("攸县经办机构");
        // 30 days from 5 September end within the holiday of National Day; the first working day after it is Thursday 8 October.
        _office.Ordered(agency, Day(9, 5), Day(10, 8));
        _office.Ordered(agency, Day(10, 1), Day(11, 20));

        var rows = (await TakeAsync()).Underway;

        Assert.Equal(new Reckoning(ReckoningKind.Rectification, Day(9, 5), 30, Day(10, 5), Day(10, 8), Day(10, 8), 0, Counted: true, CalendarKnown: true), rows[0].How);
        Assert.Equal(new Reckoning(ReckoningKind.Rectification, Day(10, 1), 50, Day(11, 20), Day(11, 20), Day(11, 20), 0, Counted: false, CalendarKnown: true), rows[1].How);
    }

    [Fact]
    public async Task Pending_recusals_stand_by_age_and_decided_ones_do_not()
    {
        var agency = _office.Agency("攸县经办机构");
        var second = _office.Supervisor("丁拟荞", SourceCategory.IndustryAssociation);
        _office.Declared(_office.Author, RecusalMatter.Of(agency), Day(11, 22));
        var oldest = _office.Declared(second, RecusalMatter.Of(agency), Day(11, 13));
        _office.SaveTo(_db);
        await _db.Work.WriteAsync(async db => (await db.Recusals.SingleAsync(r => r.Id != oldest)).Accept(_office.Clerk, Day(11, 23)), TestContext.Current.CancellationToken);

        var snapshot = await TakeAsync();

        Assert.Equal(1, snapshot.Figures.PendingRecusals);
        Assert.Equal(
            new PendingRecusal(oldest, "丁拟荞", "攸县经办机构", RecusalGround.OwnInterest, "配偶在该机构工作", RecusalState.Declared, Day(11, 13), 10),
            Assert.Single(snapshot.Recusals));
    }

    [Fact]
    public async Task Groups_are_counted_by_month_and_kind_with_what_was_owed_and_given()
    {
        var agency = _office.Agency("攸县经办机构");
        var other = _office.Supervisor("颜示谷", SourceCategory.GrassrootsWorker);
        var association = _office.Supervisor("丁拟荞", SourceCategory.IndustryAssociation);
        var visit = _office.Activity("明察", Day(3, 5), ActivityKind.Supervision, ActivityState.Completed, agency);
        _office.Part(visit, _office.Author, ParticipationState.Attended);
        _office.Part(visit, other, ParticipationState.AttendedPartly);
        _office.Part(visit, association, ParticipationState.Excused);
        var training = _office.Activity("培训", Day(3, 20), ActivityKind.Training, ActivityState.Archived);
        _office.Part(training, _office.Author, ParticipationState.Absent);
        _office.Part(training, other, ParticipationState.Recused);
        var coming = _office.Activity("座谈会", Day(12, 11), ActivityKind.Symposium, ActivityState.Published);
        _office.Part(coming, association, ParticipationState.Invited);
        var cancelled = _office.Activity("取消", Day(4, 1), ActivityKind.Meeting, ActivityState.Cancelled);
        _office.Part(cancelled, association, ParticipationState.Void);

        var snapshot = await TakeAsync();

        Assert.Equal(
            [
                new(SourceCategory.GrassrootsWorker, 3, ActivityKind.Supervision, 1),
                new(SourceCategory.GrassrootsWorker, 3, ActivityKind.Training, 1),
                new(SourceCategory.IndustryAssociation, 3, ActivityKind.Supervision, 1),
            ],
            snapshot.Months.OrderBy(m => m.Group).ThenBy(m => m.Kind));
        var grassroots = snapshot.Groups.Single(g => g.Group == SourceCategory.GrassrootsWorker);
        Assert.Equal((2, 3, 3, 50), (grassroots.Members, grassroots.Due, grassroots.AttendedHalves, grassroots.AttendedPercent));
        Assert.Contains("城乡居民养老保险", grassroots.Focus, StringComparison.Ordinal);
        Assert.Null(snapshot.Groups.Single(g => g.Group == SourceCategory.IndustryAssociation).AttendedPercent);
    }

    [Fact]
    public async Task What_was_held_without_a_record_waits_for_the_section_and_counts_as_nobodys_absence()
    {
        var held = _office.Activity("明察", Day(11, 5), ActivityKind.Meeting, ActivityState.Published);
        _office.Part(held, _office.Author, ParticipationState.Accepted);
        var begun = _office.Activity("走访", Day(11, 9), ActivityKind.Meeting, ActivityState.InProgress);
        _office.Part(begun, _office.Author, ParticipationState.Attended);
        _office.Part(begun, _office.Supervisor("颜示谷", SourceCategory.GrassrootsWorker), ParticipationState.Invited);
        var recorded = _office.Activity("培训", Day(11, 12), ActivityKind.Training, ActivityState.InProgress);
        _office.Part(recorded, _office.Author, ParticipationState.Absent);
        var today = _office.Activity("座谈", Day(11, 23), ActivityKind.Meeting, ActivityState.Published);
        _office.Part(today, _office.Author, ParticipationState.Accepted);

        var snapshot = await TakeAsync();

        Assert.Equal(2, snapshot.Figures.Work);
        Assert.Equal(
            [(WorkKind.RecordAttendance, held.Value, 18), (WorkKind.RecordAttendance, begun.Value, 14)],
            snapshot.Work.Select(w => (w.Kind, w.Key, w.Waited)));
        var group = snapshot.Groups.Single(g => g.Group == SourceCategory.GrassrootsWorker);
        Assert.Equal((2, 2), (group.Due, group.AttendedHalves));
        var evaluated = (await new YearOfEvaluation(_db).FactsAsync(2026, Day(11, 23), TestContext.Current.CancellationToken)).SelectMany(one => one.Facts.Participations.Select(p => p.Credit).Concat(one.Facts.Trainings.Select(t => t.Credit))).ToList();
        Assert.Equal(group.Due, evaluated.Count(c => c is AttendanceCredit.Full or AttendanceCredit.Half or AttendanceCredit.None));
        Assert.Equal(3, evaluated.Count(c => c == AttendanceCredit.NotRecorded));
    }

    [Fact]
    public async Task An_agency_counts_as_reached_once_a_supervision_has_been_there_this_year()
    {
        var reached = _office.Agency("已到机构");
        var planned = _office.Agency("待到机构");
        _office.Agency("医疗保障部门", external: true);
        _office.Activity("明察", Day(3, 5), ActivityKind.Supervision, ActivityState.Completed, reached);
        _office.Activity("去年", new DateOnly(2025, 12, 5), ActivityKind.Supervision, ActivityState.Completed, planned);
        _office.Activity("计划", Day(12, 5), ActivityKind.Supervision, ActivityState.Published, planned);

        var snapshot = await TakeAsync();

        Assert.Equal((1, 2), (snapshot.Figures.AgenciesVisited, snapshot.Figures.Agencies));
        Assert.Equal(planned, Assert.Single(snapshot.NotVisited).Id);
    }

    [Fact]
    public async Task Who_steps_aside_finds_nothing_of_the_matter_in_any_row_or_number()
    {
        var kept = _office.Agency("留下的机构");
        var gone = _office.Agency("回避的机构");
        var recusedClerk = _office.Staff("示例科长");
        _office.Submitted(gone, Day(11, 16));
        _office.Ordered(gone, Day(10, 20), Day(11, 20));
        _office.Ordered(gone, Day(10, 20), Day(11, 25));
        var single = _office.Investigating(kept, Day(8, 1));
        _office.Submitted(kept, Day(11, 20));
        var visit = _office.Activity("明察", Day(3, 5), ActivityKind.Supervision, ActivityState.Completed, gone);
        _office.Part(visit, _office.Author, ParticipationState.Attended);
        _office.Declared(_office.Author, RecusalMatter.Of(gone), Day(11, 20));
        var own = _office.Declared(recusedClerk, RecusalMatter.Of(gone), Day(11, 21));
        _office.Declared(recusedClerk, RecusalMatter.Of(single.Id), Day(11, 21));
        _office.Declared(_office.Author, RecusalMatter.Of(visit), Day(11, 21));

        var everybody = await TakeAsync();
        var theirs = await Query().TakeAsync(await RecusedAsync(recusedClerk), recusedClerk, TestContext.Current.CancellationToken);

        Assert.False(everybody.IsFor(recusedClerk));
        Assert.True(everybody.IsFor(_office.Clerk));
        Assert.Equal((5, 1, 1, 4), (everybody.Figures.OpenFindings, everybody.Figures.DueSoon, everybody.Figures.Overdue, everybody.Figures.PendingRecusals));
        Assert.Equal((1, 0, 0, 2), (theirs.Figures.OpenFindings, theirs.Figures.DueSoon, theirs.Figures.Overdue, theirs.Figures.PendingRecusals));
        Assert.Equal((1, 0), (theirs.Figures.Agencies, theirs.Figures.AgenciesVisited));
        Assert.Empty(theirs.Underway);
        Assert.Empty(theirs.Months);
        Assert.DoesNotContain(theirs.Work, w => w.Kind != WorkKind.DecideRecusal && w.Where == "回避的机构");
        Assert.Contains(theirs.Recusals, r => r.Id == own);
        Assert.DoesNotContain(theirs.Recusals, r => r.PersonName == "谭示安");
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_office()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Submitted(agency, Day(11, 16));
        _office.SaveTo(_db);
        var few = await QueriesAsync();
        for (var more = 0; more < 30; more++)
        {
            var supervisor = _office.Supervisor($"人{more}", SourceCategory.PublicRepresentative);
            _office.Submitted(_office.Agency($"机构{more}"), Day(11, 16));
            _office.Ordered(agency, Day(10, 20), Day(11, 25));
            _office.Part(_office.Activity($"会议{more}", Day(5, 6), ActivityKind.Meeting, ActivityState.Completed), supervisor, ParticipationState.Attended);
            _office.Declared(supervisor, RecusalMatter.Of(agency), Day(11, 20));
        }

        _office.SaveTo(_db);

        Assert.Equal(few, await QueriesAsync());
        Assert.InRange(few, 1, 34);
    }

    [Fact]
    public async Task Panels_show_the_first_twelve_and_the_numbers_count_all()
    {
        var agency = _office.Agency("攸县经办机构");
        for (var more = 0; more < 15; more++)
        {
            _office.Submitted(agency, Day(11, 1));
            _office.Ordered(agency, Day(10, 20), Day(11, 25));
        }

        var snapshot = await TakeAsync();

        Assert.Equal((15, AdministratorSnapshot.Shown), (snapshot.Figures.Work, snapshot.Work.Count));
        Assert.Equal((15, AdministratorSnapshot.Shown), (snapshot.Figures.Underway, snapshot.Underway.Count));
    }

    [Fact]
    public async Task Two_counts_of_the_same_office_say_the_same()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Ordered(agency, Day(10, 20), Day(11, 25));
        _office.Declared(_office.Author, RecusalMatter.Of(agency), Day(11, 20));
        var first = await TakeAsync();

        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = await TakeAsync();

        Assert.True(second.AsOf > first.AsOf);
        Assert.True(second.SaysTheSameAs(first));
    }

    private async Task<AdministratorSnapshot> TakeAsync()
    {
        _office.SaveTo(_db);
        return await Query().TakeAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> QueriesAsync()
    {
        var counted = new CountingContexts(_db);
        await new AdministratorSnapshotQuery(counted, new OfficeFacts(counted), _clock).TakeAsync(TestContext.Current.CancellationToken);
        return counted.Count;
    }

    private async Task<RecusedFrom> RecusedAsync(PersonId person)
    {
        await using var db = _db.CreateDbContext();
        return await db.RecusedFromAsync(person, TestContext.Current.CancellationToken);
    }

    private AdministratorSnapshotQuery Query() => new(_db, new OfficeFacts(_db), _clock);
}

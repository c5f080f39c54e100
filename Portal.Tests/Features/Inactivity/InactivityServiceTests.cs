using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Dismissals;
using Portal.Features.Inactivity;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Inactivity;

/// <summary>Article 18 (2): the year without activity, counted, reminded of, and stopped by long leave.</summary>
public sealed class InactivityServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly PersonId _silent;

    public InactivityServiceTests() => _silent = Appointed("旷样田", new DateOnly(2025, 11, 1));

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private DateOnly Today => _life.Today;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task Everybody_in_office_stands_in_the_order_in_which_their_year_ends()
    {
        var attended = Appointed("龙拟秋", new DateOnly(2025, 1, 1));
        Invited(attended, Today.AddDays(-30), ParticipationState.Attended);
        var filed = Appointed("易样禾", new DateOnly(2025, 1, 2));
        _life.Office.Finding("WT-2026-0001", filed, _life.Office.Agency("AG01", "机构"), FindingState.Closed, on: Today.AddDays(-200));
        Invited(_silent, Today.AddDays(-100), ParticipationState.Absent);
        Appointed("前任", new DateOnly(2024, 5, 8), until: Today.AddDays(-1));

        var page = await People().ListAsync(new InactivityFilter(), new Paging(), Cancel);

        Assert.Equal(["旷样田", "易样禾", "龙拟秋"], page.Rows.Select(r => r.Name));
        Assert.Equal([(new DateOnly(2025, 11, 1), 12), (Today.AddDays(-200), (int?)null), (Today.AddDays(-30), null)], page.Rows.Select(r => (r.LastEngagedOn, r.Mark)));
        Assert.Equal([1, 0, 1], page.Rows.Select(r => r.Invitations));
        Assert.Equal(["易样禾"], (await People().ListAsync(new InactivityFilter(NeverInvited: true), new Paging(), Cancel)).Rows.Select(r => r.Name));
        Assert.Equal(["旷样田"], (await People().ListAsync(new InactivityFilter(Reached: 9), new Paging(), Cancel)).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task After_a_gap_the_year_begins_anew_on_the_first_day_too()
    {
        var again = _life.Office.Supervisor("彭示江", from: new DateOnly(2023, 5, 1), until: new DateOnly(2026, 4, 30), state: Portal.Domain.Appointments.AppointmentState.AutoEnded);
        _life.Office.Term(again, 2, Today, Today.AddYears(3).AddDays(-1));

        var row = Assert.Single((await People().ListAsync(new InactivityFilter(), new Paging(), Cancel)).Rows, r => r.Name == "彭示江");

        Assert.Equal(Today, row.LastEngagedOn);
    }

    [Fact]
    public async Task Long_leave_moves_the_day_and_the_ground_of_dismissal_with_it()
    {
        Invited(_silent, Today.AddDays(-100), ParticipationState.Absent);
        Assert.Equal(new DateOnly(2026, 11, 1), Assert.Single((await People().ListAsync(new InactivityFilter(), new Paging(), Cancel)).Rows).LimitDay);

        await Leaves().GrantAsync(_silent, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 29), "赴外地照顾老人", Cancel);

        var row = Assert.Single((await People().ListAsync(new InactivityFilter(), new Paging(), Cancel)).Rows);
        Assert.Equal((new DateOnly(2026, 12, 31), 60, 9), (row.LimitDay, row.PausedDays, row.Mark));
        Assert.Equal(new DateOnly(2026, 12, 31), (await _life.Dismissals().SubjectAsync(_silent, Cancel))!.InactiveAfter);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _life.Dismissals().DraftAsync(
            _silent, new DismissalForm { Ground = Portal.Domain.Appointments.DismissalGround.InactiveOneYear, Facts = "一年未参加活动", NoGoodReason = true }, Cancel));
        Assert.Equal("Appointment_WithinTheYear", refused.Violation.Code);
    }

    [Fact]
    public async Task A_leave_that_cannot_be_is_refused_and_nothing_is_written()
    {
        await Leaves().GrantAsync(_silent, Today, Today.AddDays(30), "外出学习", Cancel);

        Assert.Equal("Leave_Overlaps", (await Assert.ThrowsAsync<RuleViolationException>(() => Leaves().GrantAsync(_silent, Today.AddDays(30), Today.AddDays(40), "外出", Cancel))).Violation.Code);
        Assert.Equal("Leave_NotInOffice", (await Assert.ThrowsAsync<RuleViolationException>(() => Leaves().GrantAsync(PersonId.New(), Today, Today, "外出", Cancel))).Violation.Code);
        Assert.Single((await Leaves().GetAsync(_silent, Cancel))!.Leaves);
    }

    [Fact]
    public async Task Who_comes_back_early_has_their_leave_ended_and_who_is_on_leave_is_shown_so()
    {
        await Leaves().GrantAsync(_silent, Today.AddDays(-10), Today.AddDays(30), "外出学习", Cancel);
        Assert.True(Assert.Single((await People().ListAsync(new InactivityFilter(), new Paging(), Cancel)).Rows).OnLeave);
        var leave = Assert.Single((await Leaves().GetAsync(_silent, Cancel))!.Leaves);

        await Leaves().EndAsync(leave.Id, leave.Version, Cancel);

        var ended = Assert.Single((await Leaves().GetAsync(_silent, Cancel))!.Leaves);
        Assert.Equal((Today.AddDays(-1), false, "Leave_Over"), (ended.Last, ended.IsTakenBack, ended.WhyNotEnd?.Code));
        Assert.False(Assert.Single((await People().ListAsync(new InactivityFilter(), new Paging(), Cancel)).Rows).OnLeave);
    }

    [Fact]
    public async Task The_supervisor_is_reminded_first_but_not_for_a_year_in_which_nobody_invited_them()
    {
        Assert.DoesNotContain((await HomeAsync(_silent)).Waiting, w => w.Kind == WaitKind.Inactive);

        Invited(_silent, Today.AddDays(-100), ParticipationState.Absent);

        var reminder = Assert.Single((await HomeAsync(_silent)).Waiting, w => w.Kind == WaitKind.Inactive);
        Assert.Equal((12, new DateOnly(2026, 11, 1)), (reminder.Months, reminder.On));
        await Leaves().GrantAsync(_silent, Today, Today.AddDays(10), "外出学习", Cancel);
        Assert.DoesNotContain((await HomeAsync(_silent)).Waiting, w => w.Kind == WaitKind.Inactive);
    }

    [Fact]
    public async Task The_supervisor_is_told_that_the_term_ends_until_the_next_one_is_granted()
    {
        var ending = _life.Supervisor("彭示之", Today.AddDays(20), "ZZ-2023-0009");
        Assert.Equal(Today.AddDays(20), Assert.Single((await HomeAsync(ending)).Waiting, w => w.Kind == WaitKind.TermEnding).On);

        _life.Office.Term(ending, 2, Today.AddDays(21), Today.AddDays(21).AddYears(3).AddDays(-1), state: Portal.Domain.Appointments.AppointmentState.Upcoming);

        Assert.DoesNotContain((await HomeAsync(ending)).Waiting, w => w.Kind == WaitKind.TermEnding);
    }

    private PersonId Appointed(string name, DateOnly from, DateOnly? until = null) =>
        _life.Office.Supervisor(name, SourceCategory.PublicRepresentative, from, until ?? from.AddYears(3).AddDays(-1));

    private void Invited(PersonId person, DateOnly on, ParticipationState state) =>
        _life.Office.Invite(_life.Office.Activity($"2026-{_life.Office.Read(db => db.Activities.Count()) + 1:00}", "座谈", on, ActivityState.Completed), person, state);

    private InactivityService People() => _life.As<InactivityService>(_life.Clerk);

    private LeaveService Leaves() => _life.As<LeaveService>(_life.Clerk);

    private Task<MyHome> HomeAsync(PersonId person) => _life.As<MyHomeService>(Acting.Supervisor(person)).GetAsync(Cancel);
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Dashboards.Leadership;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Leadership.YearOffice;

namespace Portal.Tests.Features.Dashboards.Leadership;

public sealed class YearSnapshotTests : IDisposable
{
    private readonly YearOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task An_empty_year_has_no_numbers_and_no_rates()
    {
        var year = (await _office.CountAsync()).Current;

        Assert.Equal(2026, year.Year);
        Assert.Equal(0, year.Received);
        Assert.Empty(year.ByAgency);
        Assert.Equal(RectificationCount.None, year.Rectification);
        Assert.Equal(new FeedbackDays(0, null, null), year.Feedback);
        Assert.Null(year.ParticipationPercent);
        Assert.Equal(12, year.ByMonth.Count);
        Assert.Equal(4, year.ByGroup.Count);
    }

    [Fact]
    public async Task Findings_are_counted_by_the_month_they_were_filed_in_and_by_outcome()
    {
        _office.Finding(Day(2025, 12, 31));
        _office.Finding(Day(2026, 1, 1));
        _office.Finding(Day(2026, 1, 31), FindingState.Closed, row => row with { FedBackOn = Day(2026, 3, 1), Conclusion = FindingConclusion.PartlySubstantiated, Requirement = "x", OriginalDeadline = Day(2026, 3, 1), Deadline = Day(2026, 3, 1) });
        _office.Finding(Day(2026, 2, 28), FindingState.FedBack, row => row with { FedBackOn = Day(2026, 3, 2), TransferredTo = "x" });
        _office.Finding(Day(2026, 11, 23), FindingState.NotSubstantiated, row => row with { Conclusion = FindingConclusion.NotSubstantiated });

        var snapshot = await _office.CountAsync();

        Assert.Equal(1, snapshot.Previous.Received);
        Assert.Equal(1, snapshot.Previous.ByMonth[11][(int)FindingOutcome.Open]);
        Assert.Equal(4, snapshot.Current.Received);
        Assert.Equal([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], snapshot.Current.ByMonth.Select(month => month.Sum()));
        Assert.Equal([1, 1, 0, 1, 0, 1], FindingOutcomes.All.Select(snapshot.Current.ReceivedAs));
    }

    [Fact]
    public async Task The_leap_day_belongs_to_February()
    {
        _office.Finding(Day(2024, 2, 29));
        _office.Answered(Day(2024, 2, 29), 1);

        var year = await _office.Query.YearAsync(2024, Portal.Data.Recusals.RecusedFrom.Nothing, TestContext.Current.CancellationToken);

        Assert.Equal(2, year.ByMonth[1].Sum());
        Assert.Equal(new FeedbackDays(1, 1, 1), year.FeedbackByQuarter[0]);
    }

    [Fact]
    public async Task Findings_are_counted_by_agency_and_by_category_and_units_off_the_list_apart()
    {
        _office.Finding(Day(2026, 5, 1));
        _office.Finding(Day(2026, 5, 2), with: row => row with { Agency = _office.Second, Category = FindingCategory.DataPrivacy });
        _office.Finding(Day(2026, 5, 3), with: row => row with { Agency = _office.Second, Category = FindingCategory.DataPrivacy });
        _office.Finding(Day(2026, 5, 4), with: row => row with { Agency = null, OtherUnit = "税务部门" });

        var year = (await _office.CountAsync()).Current;

        Assert.Equal(1, year.ByAgency[_office.First]);
        Assert.Equal(2, year.ByAgency[_office.Second]);
        Assert.Equal(1, year.Elsewhere);
        Assert.Equal(2, year.ByCategory[FindingCategory.Service]);
        Assert.Equal(2, year.ByCategory[FindingCategory.DataPrivacy]);
    }

    [Fact]
    public async Task A_rectification_counts_in_the_quarter_of_its_deadline()
    {
        _office.Ordered(Day(2026, 3, 31), completedOn: Day(2026, 3, 31), state: FindingState.Verified);
        _office.Ordered(Day(2026, 4, 1), completedOn: Day(2026, 4, 2), state: FindingState.Verified);
        _office.Ordered(Day(2026, 11, 22));
        _office.Ordered(Day(2026, 11, 23));
        _office.Ordered(Day(2026, 10, 1), state: FindingState.RectificationReported);
        _office.Ordered(Day(2025, 12, 31), completedOn: Day(2025, 12, 1), state: FindingState.Verified);

        var snapshot = await _office.CountAsync();

        Assert.Equal(
            [new RectificationCount(1, 0, 0, 0), new RectificationCount(0, 1, 0, 0), RectificationCount.None, new RectificationCount(0, 0, 1, 2)],
            snapshot.Current.RectificationByQuarter);
        Assert.Equal(33, snapshot.Current.Rectification.OnTimePercent);
        Assert.Equal(new RectificationCount(1, 0, 0, 0), snapshot.Previous.RectificationByQuarter[3]);
    }

    [Fact]
    public async Task Where_the_register_has_no_day_of_completion_the_feedback_stands_for_it()
    {
        _office.Finding(Day(2026, 5, 1), FindingState.Closed, row => row with { Requirement = "x", OriginalDeadline = Day(2026, 6, 1), Deadline = Day(2026, 6, 1), FedBackOn = Day(2026, 6, 5) });

        Assert.Equal(new RectificationCount(0, 1, 0, 0), (await _office.CountAsync()).Current.Rectification);
    }

    [Fact]
    public async Task Days_to_feedback_are_counted_in_the_quarter_of_the_feedback()
    {
        _office.Answered(Day(2025, 12, 20), 12);
        _office.Answered(Day(2026, 2, 1), 20);
        _office.Answered(Day(2026, 3, 20), 12);
        _office.Answered(Day(2026, 6, 30), 1);

        var year = (await _office.CountAsync()).Current;

        Assert.Equal(new FeedbackDays(2, 16, 20), year.FeedbackByQuarter[0]);
        Assert.Equal(new FeedbackDays(1, 12, 12), year.FeedbackByQuarter[1]);
        Assert.Equal(new FeedbackDays(1, 1, 1), year.FeedbackByQuarter[2]);
        Assert.Equal(new FeedbackDays(0, null, null), year.FeedbackByQuarter[3]);
        Assert.Equal(new FeedbackDays(4, 12, 20), year.Feedback);
    }

    [Fact]
    public async Task Participation_counts_what_was_owed_and_is_on_record()
    {
        _office.Took(Day(2026, 5, 8), SourceCategory.GrassrootsWorker, ParticipationState.Attended);
        _office.Took(Day(2026, 6, 8), SourceCategory.GrassrootsWorker, ParticipationState.AttendedPartly);
        _office.Took(Day(2026, 7, 8), SourceCategory.GrassrootsWorker, ParticipationState.Absent);
        _office.Took(Day(2026, 8, 8), SourceCategory.GrassrootsWorker, ParticipationState.Excused);
        _office.Took(Day(2026, 8, 9), SourceCategory.GrassrootsWorker, ParticipationState.Recused);
        _office.Took(Day(2026, 8, 10), SourceCategory.GrassrootsWorker, ParticipationState.Invited);
        _office.Took(Day(2026, 12, 11), SourceCategory.GrassrootsWorker, ParticipationState.Invited, ActivityState.Published);
        _office.Took(Day(2025, 5, 8), SourceCategory.PublicRepresentative, ParticipationState.Attended);

        var snapshot = await _office.CountAsync();

        Assert.Equal(new ParticipationCount(SourceCategory.GrassrootsWorker, 3, 1, 1), snapshot.Current.ByGroup[0]);
        Assert.Equal(50, snapshot.Current.ParticipationPercent);
        Assert.Equal(new ParticipationCount(SourceCategory.PublicRepresentative, 1, 1, 0), snapshot.Previous.ByGroup[3]);
    }

    [Fact]
    public async Task A_corrected_attendance_of_the_past_year_shows_within_a_minute()
    {
        Assert.Null((await _office.CountAsync()).Previous.ParticipationPercent);
        _office.Took(Day(2025, 5, 8), SourceCategory.PublicRepresentative, ParticipationState.Attended);
        _office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(100, (await _office.CountAsync()).Previous.ParticipationPercent);
    }

    [Fact]
    public async Task What_waits_for_leadership_is_counted_and_the_longest_waiting_comes_first()
    {
        for (var day = 1; day <= 9; day++)
        {
            _office.Propose(Day(2026, 11, 10 - day));
        }

        var waiting = (await _office.CountAsync()).Approvals;

        Assert.Equal(9, waiting.Count);
        Assert.Equal(ApprovalsWaiting.Shown, waiting.Oldest.Count);
        Assert.Equal(Day(2026, 11, 1), waiting.Oldest[0].Since);
        Assert.Equal(FindingProposalKind.Conclusion, waiting.Oldest[0].Kind);
        Assert.Equal(_office.First, waiting.Oldest[0].Agency);
    }

    [Fact]
    public async Task More_rows_take_no_more_queries()
    {
        var counted = new CountingContexts(_office.Db);
        var query = new YearSnapshotQuery(counted, _office.Clock);
        await query.TakeAsync(TestContext.Current.CancellationToken);
        var empty = counted.Count;
        for (var i = 1; i <= 6; i++)
        {
            _office.Finding(Day(2026, i, 1));
            _office.Answered(Day(2025, i, 1), i);
            _office.Took(Day(2026, i, 1), SourceCategory.GrassrootsWorker, ParticipationState.Attended);
            _office.Propose(Day(2026, i, 2));
        }

        // The attendance of the past year is kept for a minute.
        await query.TakeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(9, empty);
        Assert.Equal(empty + 9 - 2, counted.Count);
    }
}

using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class InactivityClockTests
{
    [Theory]
    [InlineData("2025-11-20", 0, "2026-11-20")]
    [InlineData("2025-11-20", 30, "2026-12-20")]
    [InlineData("2024-02-29", 0, "2025-02-28")]
    [InlineData("2023-02-28", 0, "2024-02-28")]
    [InlineData("2024-02-28", 0, "2025-02-28")]
    [InlineData("2024-03-01", 0, "2025-03-01")]
    [InlineData("2027-02-28", 0, "2028-02-28")] // the day before a leap day, which is not waited for
    [InlineData("2025-12-31", 0, "2026-12-31")]
    [InlineData("2026-01-01", 0, "2027-01-01")]
    [InlineData("2023-04-23", 0, "2024-04-23")]
    [InlineData("2024-02-29", 1, "2025-03-01")] // 28 February and one day
    [InlineData("2026-03-31", 10, "2027-04-10")]
    [InlineData("2025-11-20", 365, "2027-11-20")] // a year of leave is a year more
    [InlineData("2025-08-31", 184, "2027-03-03")] // 30 + 31 + 30 + 31 + 31 + 28 days to the end of February, and three
    public void Article_18_2_the_year_runs_from_the_last_engagement_and_pauses_push_it_on(string last, int paused, string limit)
    {
        var clock = new InactivityClock(Day(last), paused);

        Assert.Equal(Day(limit), clock.LimitDay);
        Assert.False(clock.IsExceeded(Day(limit)));
        Assert.True(clock.IsExceeded(Day(limit).AddDays(1)));
    }

    [Fact]
    public void Reminders_come_after_nine_and_eleven_months()
    {
        var clock = new InactivityClock(Day("2025-11-20"));

        Assert.False(clock.HasReached(9, Day("2026-08-19")));
        Assert.True(clock.HasReached(9, Day("2026-08-20")));
        Assert.False(clock.HasReached(11, Day("2026-10-19")));
        Assert.True(clock.HasReached(11, Day("2026-10-20")));
    }

    [Fact]
    public void Who_was_never_invited_is_not_blamed()
    {
        var clock = new InactivityClock(Day("2025-11-20"));

        Assert.Equal(InactivityVerdict.WithinTheYear, clock.Judge(Day("2026-11-20"), invitations: 0));
        Assert.Equal(InactivityVerdict.NeverInvited, clock.Judge(Day("2026-11-21"), invitations: 0));
        Assert.Equal(InactivityVerdict.SupervisorInactive, clock.Judge(Day("2026-11-21"), invitations: 1));
    }

    [Fact]
    public void Pauses_that_overlap_stop_the_clock_once()
    {
        ClockPause[] pauses =
        [
            new(Day("2026-03-11"), Day("2026-03-20")),
            new(Day("2026-03-01"), Day("2026-03-15")),
            new(Day("2026-03-05"), Day("2026-03-06")),
        ];

        Assert.Equal(20, Since(pauses).PausedDays);
    }

    [Fact]
    public void A_pause_counts_only_after_the_last_engagement_and_only_up_to_today()
    {
        Assert.Equal(0, Since([new(Day("2025-10-01"), Day("2025-11-20"))]).PausedDays);
        Assert.Equal(5, Since([new(Day("2025-11-01"), Day("2025-11-25"))]).PausedDays);
        Assert.Equal(3, Since([new(Day("2026-11-21"))]).PausedDays);
        Assert.Equal(3, Since([new(Day("2026-11-21"), Day("2027-02-01"))]).PausedDays);
        Assert.Equal(0, Since([new(Day("2026-12-01"), Day("2026-12-31"))]).PausedDays);
    }

    [Fact]
    public void Leave_taken_after_the_year_is_over_does_not_bring_it_back()
    {
        ClockPause[] leave = [new(Day("2026-11-22"))];

        Assert.True(InactivityClock.Since(Day("2025-11-20"), leave, Day("2026-11-21")).IsExceeded(Day("2026-11-21")));
        Assert.True(InactivityClock.Since(Day("2025-11-20"), leave, Day("2027-03-01")).IsExceeded(Day("2027-03-01")));
    }

    private static InactivityClock Since(ClockPause[] pauses) => InactivityClock.Since(Day("2025-11-20"), pauses, Day("2026-11-23"));
}

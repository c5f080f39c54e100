using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Appointments;

public sealed class LeavePeriodTests
{
    private static readonly DateOnly s_today = Day("2026-11-24");

    [Fact]
    public void Article_18_2_a_leave_stops_the_clock_for_its_days()
    {
        var leave = Granted("2026-03-01", "2026-03-30");

        Assert.Equal(Day("2026-12-20"), InactivityClock.Since(Day("2025-11-20"), [leave.Pause], s_today).LimitDay);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-01", "", true, "Appointment_ReasonMissing")]
    [InlineData("2026-03-02", "2026-03-01", "外出", true, "Leave_EndsBeforeItBegins")]
    [InlineData("2026-03-01", "2027-03-01", "外出", true, "Leave_LongerThanAYear")]
    [InlineData("2026-03-01", "2027-02-28", "外出", true, null)]
    [InlineData("2026-03-01", "2026-03-30", "外出", false, "Leave_NotInOffice")]
    [InlineData("2026-01-01", "2026-02-01", "外出", true, "Leave_Overlaps")]
    [InlineData("2026-01-01", "2026-01-31", "外出", true, null)]
    public void A_leave_has_a_reason_an_end_and_an_office_and_stops_a_day_once(string first, string last, string reason, bool inOffice, string? refusal) =>
        Assert.Equal(refusal, LeavePeriod.WhyNotGrant(Day(first), Day(last), reason, inOffice, [new ClockPause(Day("2026-02-01"), Day("2026-02-28"))])?.Code);

    [Fact]
    public void What_is_ended_early_ran_until_yesterday()
    {
        var leave = Granted("2026-11-01", "2026-12-31");

        leave.End(s_today);

        Assert.Equal((Day("2026-11-23"), false), (leave.Last, leave.IsTakenBack));
        Assert.Equal("Leave_Over", leave.WhyNotEnd(s_today)?.Code);
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-12-01")]
    public void What_is_ended_before_a_day_of_it_has_passed_never_was(string first)
    {
        var leave = Granted(first, "2026-12-31");

        leave.End(s_today);

        Assert.True(leave.IsTakenBack);
        Assert.Equal("Leave_Over", Assert.Throws<RuleViolationException>(() => leave.End(s_today)).Violation.Code);
    }

    private static LeavePeriod Granted(string first, string last) =>
        LeavePeriod.Grant(LeavePeriodId.New(), PersonId.New(), Day(first), Day(last), "外出学习", inOffice: true, [], ATerm.Clerk, s_today);
}

using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class DeadlineTests
{
    private static readonly Deadline s_deadline = new(Day("2026-03-09"));

    [Theory]
    [InlineData("2026-03-01", DeadlineState.InTime, 8)]
    [InlineData("2026-03-02", DeadlineState.DueSoon, 7)]
    [InlineData("2026-03-09", DeadlineState.DueSoon, 0)]
    [InlineData("2026-03-10", DeadlineState.Overdue, -1)]
    public void The_day_itself_is_still_in_time(string today, DeadlineState state, int daysLeft)
    {
        Assert.Equal(state, s_deadline.State(Day(today), closedOn: null, dueSoonDays: 7));
        Assert.Equal(daysLeft, s_deadline.DaysLeft(Day(today)));
        Assert.Equal(daysLeft < 0, s_deadline.IsOverdue(Day(today)));
    }

    [Theory]
    [InlineData("2026-03-01", DeadlineState.ClosedInTime)]
    [InlineData("2026-03-09", DeadlineState.ClosedInTime)]
    [InlineData("2026-03-10", DeadlineState.ClosedLate)]
    public void What_is_closed_stays_as_it_was_closed_whatever_day_it_is(string closed, DeadlineState state)
    {
        Assert.Equal(state, s_deadline.State(Day("2026-03-10"), Day(closed), dueSoonDays: 7));
        Assert.Equal(state, s_deadline.State(Day("2030-01-01"), Day(closed), dueSoonDays: 7));
    }
}

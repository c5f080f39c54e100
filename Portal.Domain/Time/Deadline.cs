namespace Portal.Domain.Time;

/// <summary>The day by which something must be done; the day itself still counts as in time, until 24:00.</summary>
public readonly record struct Deadline(DateOnly On)
{
    public int DaysLeft(DateOnly today) => On.DayNumber - today.DayNumber;

    public bool IsOverdue(DateOnly today) => today > On;

    /// <summary>Computed on every reading: a stored state would be wrong the next morning.</summary>
    public DeadlineState State(DateOnly today, DateOnly? closedOn, int dueSoonDays) =>
        closedOn is { } closed ? (closed > On ? DeadlineState.ClosedLate : DeadlineState.ClosedInTime)
        : IsOverdue(today) ? DeadlineState.Overdue
        : DaysLeft(today) <= dueSoonDays ? DeadlineState.DueSoon
        : DeadlineState.InTime;
}

/// <summary>Where a deadline stands on a given day.</summary>
public enum DeadlineState
{
    InTime,
    DueSoon,
    Overdue,
    ClosedInTime,
    ClosedLate,
}

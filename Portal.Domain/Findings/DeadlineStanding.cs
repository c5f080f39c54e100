using Portal.Domain.Time;

namespace Portal.Domain.Findings;

/// <summary>A rectification deadline on a given day.</summary>
/// <param name="Days">Days left or days late, never negative.</param>
public readonly record struct DeadlineStanding(DateOnly On, DeadlineState State, int Days)
{
    /// <summary>The clock runs while the agency owes an answer and stands still while the section checks one: <c>null</c> then, and where no deadline was set.</summary>
    public static DeadlineStanding? Of(FindingState state, DateOnly? deadline, DateOnly? completedOn, DateOnly today, int dueSoonDays)
    {
        if (deadline is not { } on || (completedOn is null && state != FindingState.RectificationOrdered))
        {
            return null;
        }

        var running = new Deadline(on);
        return new DeadlineStanding(on, running.State(today, completedOn, dueSoonDays), Math.Abs(running.DaysLeft(completedOn ?? today)));
    }
}

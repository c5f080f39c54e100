using Portal.Domain.Findings;
using Portal.Domain.Time;

namespace Portal.Features.Findings;

/// <summary>A finding as lists show it. Its author is not in it: who reported is protected (Article 14).</summary>
public sealed record FindingRow(
    FindingId Id,
    string Number,
    string Unit,
    FindingCategory Category,
    FindingState State,
    DateOnly SubmittedOn,
    DateOnly? Deadline,
    DateOnly? CompletedOn,
    string? HandlerName,
    bool AwaitsLeadership)
{
    public DeadlineStanding? Standing { get; init; }

    /// <summary>Days since it was filed, while the section still owes something.</summary>
    public int? DaysWaited { get; init; }

    public FindingRow On(DateOnly today, int dueSoonDays) => this with
    {
        Standing = DeadlineStanding.Of(State, Deadline, CompletedOn, today, dueSoonDays),
        DaysWaited = Finding.OpenStates.Contains(State) ? today.DayNumber - SubmittedOn.DayNumber : null,
    };
}

/// <summary>A rectification deadline on a given day.</summary>
/// <param name="Days">Days left or days late.</param>
public readonly record struct DeadlineStanding(DateOnly On, DeadlineState State, int Days)
{
    /// <summary>The clock runs while the agency owes an answer and stands still while the section checks one: <c>null</c> then, and where no deadline was set.</summary>
    public static DeadlineStanding? Of(FindingState state, DateOnly? deadline, DateOnly? completedOn, DateOnly today, int dueSoonDays) =>
        completedOn is null && state != FindingState.RectificationOrdered ? null : Of(deadline, completedOn, today, dueSoonDays);

    /// <summary>Whatever the finding waits for meanwhile.</summary>
    public static DeadlineStanding? Of(DateOnly? deadline, DateOnly? completedOn, DateOnly today, int dueSoonDays)
    {
        if (deadline is not { } on)
        {
            return null;
        }

        var running = new Deadline(on);
        return new DeadlineStanding(on, running.State(today, completedOn, dueSoonDays), Math.Abs(running.DaysLeft(completedOn ?? today)));
    }
}

/// <summary>How many findings lie in each pile.</summary>
public sealed record FindingCounts(IReadOnlyDictionary<FindingGroup, int> Groups, int Overdue, int DueSoon);

/// <summary>What the list can be narrowed to.</summary>
public sealed record FindingChoices(IReadOnlyList<FindingChoice> Agencies, IReadOnlyList<FindingChoice> Handlers, IReadOnlyList<int> Years);

/// <summary>One thing to choose.</summary>
public sealed record FindingChoice(Guid Id, string Name);

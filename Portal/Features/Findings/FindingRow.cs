using Portal.Domain.Findings;

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

/// <summary>How many findings lie in each pile.</summary>
public sealed record FindingCounts(IReadOnlyDictionary<FindingGroup, int> Groups, int Overdue, int DueSoon);

/// <summary>What the list can be narrowed to.</summary>
public sealed record FindingChoices(IReadOnlyList<FindingChoice> Agencies, IReadOnlyList<FindingChoice> Handlers, IReadOnlyList<int> Years);

/// <summary>One thing to choose.</summary>
public sealed record FindingChoice(Guid Id, string Name);

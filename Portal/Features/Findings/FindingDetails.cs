using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Findings;

/// <summary>One finding with everything its page tells, as its reader may know it.</summary>
public sealed record FindingDetails
{
    /// <summary>The aggregate as it was read, so that a button is disabled by the same line that refuses. Changing it changes nothing.</summary>
    public required Finding Finding { get; init; }

    public required string Unit { get; init; }

    /// <summary>Author and co-authors; empty for whoever does not handle findings, because who reported is protected.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    public required string? Handler { get; init; }

    public required FindingLink? Master { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FindingStep> Steps { get; init; }

    /// <summary>The section's acts with the reason why each is not possible now; empty for whoever does not handle findings.</summary>
    public required IReadOnlyList<FindingActChoice> Acts { get; init; }

    /// <summary>Same unit, same category, the last twelve months: perhaps the same matter, perhaps a repetition.</summary>
    public required IReadOnlyList<FindingLink> Related { get; init; }

    public required IReadOnlyList<FindingChoice> Handlers { get; init; }

    public required ProposalRow? Proposal { get; init; }

    public required OfficeSettings Settings { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required DateOnly Today { get; init; }

    public DeadlineStanding? Standing => DeadlineStanding.Of(Finding.State, Finding.Rectification?.Deadline, Finding.Rectification?.CompletedOn, Today, Settings.DueSoonDays);

    /// <summary>The one next act; <c>null</c> when the next move is somebody else's.</summary>
    public FindingAct? Next => FindingActs.NextIn(Finding.State) is { } act && Acts.FirstOrDefault(a => a.Act == act) is { WhyNot: null } ? act : null;

    public FindingLimit? Limit => FindingLimit.Of(Finding, Settings, Calendar);
}

/// <summary>A step with the name of who acted, unless that was the author.</summary>
public sealed record FindingStep(FindingEventKind Kind, DateTimeOffset At, string? Who, bool ByAuthor, string? Note, DateOnly? Date)
{
    /// <summary>Into whose hands the step put the matter.</summary>
    public string? Handler { get; init; }

    public FindingConclusion? Conclusion { get; init; }

    public bool IsViolation { get; init; }

    public decimal? LossAmount { get; init; }
}

/// <summary>An act, and what stands in its way.</summary>
public sealed record FindingActChoice(FindingAct Act, RuleViolation? WhyNot);

/// <summary>Another finding to look at.</summary>
public sealed record FindingLink(FindingId Id, string Number, FindingState State, DateOnly SubmittedOn);

/// <summary>A proposal that waits for leadership, with what it asks for.</summary>
/// <param name="WhyNot">Why the reader cannot decide it: who proposes cannot approve.</param>
public sealed record ProposalRow(
    FindingId Finding, int Version, string Number, string Unit, FindingCategory Category, FindingProposal Proposal,
    string ProposedBy, DateOnly? Deadline, int Extensions, bool CanDecide, RuleViolation? WhyNot);

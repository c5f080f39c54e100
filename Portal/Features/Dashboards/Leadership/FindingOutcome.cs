using Portal.Domain.Findings;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>What became of a finding, in the families in which leadership reads a year.</summary>
public enum FindingOutcome
{
    /// <summary>Wholly or partly true.</summary>
    Substantiated,
    NotSubstantiated,

    /// <summary>A suggestion, adopted or noted.</summary>
    Suggestion,
    Transferred,

    /// <summary>Not accepted, or joined to another on the same matter.</summary>
    Other,

    /// <summary>No outcome yet.</summary>
    Open,
}

public static class FindingOutcomes
{
    public static IReadOnlyList<FindingOutcome> All { get; } = Enum.GetValues<FindingOutcome>();

    /// <summary>The state decides first: a finding that is on its way has no outcome, whatever it was before an appeal.</summary>
    public static FindingOutcome Of(FindingState state, FindingConclusion? conclusion, bool isTransferred) => state switch
    {
        FindingState.Submitted or FindingState.NeedsInfo or FindingState.Registered or FindingState.Investigating => FindingOutcome.Open,
        FindingState.Merged or FindingState.NotAccepted => FindingOutcome.Other,
        FindingState.Transferred => FindingOutcome.Transferred,
        FindingState.RectificationOrdered or FindingState.RectificationReported or FindingState.Verified => FindingOutcome.Substantiated,
        _ => conclusion switch
        {
            FindingConclusion.Substantiated or FindingConclusion.PartlySubstantiated => FindingOutcome.Substantiated,
            FindingConclusion.NotSubstantiated => FindingOutcome.NotSubstantiated,
            FindingConclusion.SuggestionAdopted or FindingConclusion.SuggestionNoted => FindingOutcome.Suggestion,
            _ => isTransferred ? FindingOutcome.Transferred : FindingOutcome.Other,
        },
    };
}

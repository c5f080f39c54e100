namespace Portal.Domain.Findings;

/// <summary>Where a finding stands (domain.md A2.12). A draft is not a finding yet: it is kept as what a person has typed so far.</summary>
public enum FindingState
{
    Submitted,
    NeedsInfo,
    Registered,
    Investigating,
    Substantiated,
    PartlySubstantiated,
    NotSubstantiated,
    SuggestionAdopted,
    SuggestionNoted,
    RectificationOrdered,
    RectificationReported,
    Verified,
    Transferred,
    NotAccepted,
    Merged,
    FedBack,
    Closed,
}

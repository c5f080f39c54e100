namespace Portal.Domain.Findings;

/// <summary>A step in the life of a finding, as its timeline shows it.</summary>
public enum FindingEventKind
{
    Submitted,
    Registered,
    Merged,
    InfoRequested,
    Supplemented,
    NotAccepted,
    InvestigationStarted,
    Transferred,
    ConclusionProposed,
    Concluded,
    RectificationOrdered,
    FixedOnSpot,
    RectificationReported,
    RectificationRejected,
    ExtensionProposed,
    Extended,
    Verified,
    FedBack,
    ClosingProposed,
    Closed,
    Appealed,
    ProposalRefused,
    HandlerAssigned,
}

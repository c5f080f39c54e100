namespace Portal.Features.Import.Recognition;

/// <summary>How a term stands in the roster.</summary>
internal enum RosterState
{
    InOffice,
    Expired,
    Resigned,
    Dismissed,
}

internal enum YesNo
{
    Yes,
    No,
}

/// <summary>The form of an activity: kind and mode in one word.</summary>
internal enum ActivityForm
{
    OpenVisit,
    UnannouncedVisit,
    Research,
    OtherSupervision,
    Training,
    Meeting,
    Symposium,
}

/// <summary>How far the office is with a finding, in the words of its register.</summary>
internal enum RegisterState
{
    Submitted,
    Investigating,
    Ordered,
    Reported,
    Closed,
    Transferred,
    Merged,
}

internal enum RequirementKind
{
    ByDeadline,
    OnSpot,
}

internal enum RecusalOutcome
{
    Recused,
    NotRequired,
    Lifted,
}

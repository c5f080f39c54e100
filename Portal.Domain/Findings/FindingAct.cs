namespace Portal.Domain.Findings;

/// <summary>What can be done with a finding: the arrows of domain.md A2.12.</summary>
public enum FindingAct
{
    Register,
    Merge,
    RequestInfo,
    Supplement,
    NotAccept,
    Investigate,
    Transfer,
    Conclude,
    OrderRectification,
    FixedOnSpot,
    ReceiveReply,
    Verify,
    RejectRectification,
    Extend,
    FeedBack,
    Close,
    Appeal,
    AssignHandler,
}

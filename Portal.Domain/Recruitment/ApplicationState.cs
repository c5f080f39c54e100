namespace Portal.Domain.Recruitment;

/// <summary>Where an application stands (domain.md A2.2).</summary>
public enum ApplicationState
{
    Submitted,
    ReturnedForSupplement,
    UnderReview,

    /// <summary>One clerk found all six conditions met; another looks at it before it counts.</summary>
    PassProposed,
    ReviewPassed,
    ReviewRejected,
    OnNotice,
    NoticePassed,
    NoticeFailed,
    Appointed,
    Withdrawn,
    Declined,

    /// <summary>The batch was cancelled, and what was still going on in it ended with it.</summary>
    BatchCancelled,
}

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
}

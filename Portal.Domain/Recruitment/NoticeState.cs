namespace Portal.Domain.Recruitment;

/// <summary>Where a public notice stands (domain.md A2.3). That its last day has passed is computed.</summary>
public enum NoticeState
{
    Draft,

    /// <summary>Waits for leadership.</summary>
    Proposed,
    Published,
    Concluded,
    Withdrawn,
}

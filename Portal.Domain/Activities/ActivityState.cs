namespace Portal.Domain.Activities;

/// <summary>Where an activity stands (domain.md A2.10).</summary>
public enum ActivityState
{
    Draft,
    Published,
    InProgress,
    Completed,
    Archived,
    Cancelled,
}

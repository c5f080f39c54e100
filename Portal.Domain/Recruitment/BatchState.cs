namespace Portal.Domain.Recruitment;

/// <summary>Where a recruitment batch stands (domain.md A2.1). That its closing day has passed is computed.</summary>
public enum BatchState
{
    Draft,
    Open,
    Reviewing,
    OnNotice,
    Concluded,
    Cancelled,
}

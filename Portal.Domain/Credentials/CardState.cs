namespace Portal.Domain.Credentials;

/// <summary>Where a supervisor card stands (domain.md A2.6). It never returns to <see cref="Active"/>.</summary>
public enum CardState
{
    Active,
    Lost,
    Replaced,
    ReturnPending,
    Returned,
    Void,
}

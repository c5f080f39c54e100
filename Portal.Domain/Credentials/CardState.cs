namespace Portal.Domain.Credentials;

/// <summary>Where a supervisor card stands (domain.md A2.6). It never returns to <see cref="Active"/>.</summary>
public enum CardState
{
    Active,

    /// <summary>Reported lost: void from that moment.</summary>
    Lost,

    /// <summary>Damaged, or its data changed: another took its place.</summary>
    Replaced,
    ReturnPending,
    Returned,
    Void,

    /// <summary>Found after it was reported lost, and handed in; it stays void.</summary>
    LostRecovered,
}

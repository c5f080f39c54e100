namespace Portal.Domain.Time;

/// <summary>How a matter stands against its deadline on a given day (Articles 15 and 16); always computed, never stored.</summary>
public enum DeadlineState
{
    /// <summary>期限内: open, and not yet near.</summary>
    InTime,

    /// <summary>临近到期: open, and due within the days the office set.</summary>
    DueSoon,

    /// <summary>已逾期: open, and the day has passed.</summary>
    Overdue,

    /// <summary>按期办结: closed on or before the day.</summary>
    ClosedInTime,

    /// <summary>逾期办结: closed after the day.</summary>
    ClosedLate,
}

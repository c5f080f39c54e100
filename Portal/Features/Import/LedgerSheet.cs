namespace Portal.Features.Import;

/// <summary>The six sheets of the office's ledger.</summary>
public enum LedgerSheet
{
    /// <summary>监督员名册.</summary>
    Roster,

    /// <summary>经办机构.</summary>
    Agencies,

    /// <summary>监督活动.</summary>
    Activities,

    /// <summary>活动签到, a matrix of people and activities.</summary>
    Attendance,

    /// <summary>问题线索台账.</summary>
    Findings,

    /// <summary>回避登记.</summary>
    Recusals,
}

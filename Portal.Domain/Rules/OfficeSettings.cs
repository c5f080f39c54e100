namespace Portal.Domain.Rules;

/// <summary>Figures that the measures leave open and an office decides (domain.md A8). Stored as dated rows; the defaults stand until a row says otherwise.</summary>
public sealed record OfficeSettings
{
    /// <summary>Working days within which a submitted finding is to be registered.</summary>
    public int FindingRegisterWorkdays { get; init; } = 3;

    /// <summary>Calendar days within which an investigation is to be concluded.</summary>
    public int FindingInvestigateDays { get; init; } = 60;

    /// <summary>Working days from the conclusion within which the author is to hear the result (Article 14 says: in time).</summary>
    public int FindingFeedbackWorkdays { get; init; } = 10;

    /// <summary>Calendar days after feedback within which the author may appeal once.</summary>
    public int FindingAppealDays { get; init; } = 15;

    /// <summary>Calendar days proposed for a rectification.</summary>
    public int RectificationDefaultDays { get; init; } = 30;

    /// <summary>How often a rectification deadline may be moved.</summary>
    public int RectificationMaxExtensions { get; init; } = 2;

    /// <summary>Days before a deadline from which it counts as due soon.</summary>
    public int DueSoonDays { get; init; } = 7;

    /// <summary>Days before the end of a term from which it is listed as ending.</summary>
    public int TermReminderDays { get; init; } = 90;

    /// <summary>Loss in yuan from which a conclusion needs leadership's approval.</summary>
    public decimal ConclusionApprovalAmount { get; init; } = 100_000m;

    /// <summary>Whether an identity number with an unassigned area code is refused (true) or only pointed out (false, for demonstration people).</summary>
    public bool RejectUnassignedArea { get; init; } = true;
}

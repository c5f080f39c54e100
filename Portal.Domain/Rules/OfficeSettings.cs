using Portal.Domain.Time;

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

    /// <summary>Days before the end of a term for the second reminder.</summary>
    public int TermSecondReminderDays { get; init; } = 30;

    /// <summary>Days before the end of a term for the last reminder.</summary>
    public int TermLastReminderDays { get; init; } = 7;

    /// <summary>Loss in yuan from which a conclusion needs leadership's approval.</summary>
    public decimal ConclusionApprovalAmount { get; init; } = 100_000m;

    /// <summary>Whether an identity number with an unassigned area code is refused (true) or only pointed out (false, for demonstration people).</summary>
    public bool RejectUnassignedArea { get; init; } = true;

    /// <summary>Days of a public notice; never under <see cref="RegulationFigures.NoticeDays"/> (Article 6).</summary>
    public int NoticeDays { get; init; } = RegulationFigures.NoticeDays;

    /// <summary>What the days of a public notice are: the measures say 五天 and no more.</summary>
    public DeadlineUnit NoticeUnit { get; init; } = DeadlineUnit.CalendarDays;

    /// <summary>Whether the day of publication is left out of the count.</summary>
    public bool NoticeExcludeStartDay { get; init; } = true;

    /// <summary>Whether a notice that would end on a day off ends on the next working day.</summary>
    public bool NoticeRollLastDay { get; init; } = true;

    /// <summary>Whether an objection without a name is taken.</summary>
    public bool ObjectionAllowAnonymous { get; init; } = true;

    /// <summary>Calendar days an applicant has to supplement what was returned.</summary>
    public int SupplementDays { get; init; } = 7;

    /// <summary>When a person grows a year older (Article 5 (1)).</summary>
    public AgeCountRule AgeCount { get; init; } = AgeCountRule.OnBirthday;

    /// <summary>On which day three years end (Article 17).</summary>
    public TermEndRule TermEnds { get; init; } = TermEndRule.DayBeforeAnniversary;

    /// <summary>Whether age and record are checked again before a renewal.</summary>
    public bool RenewalRecheck { get; init; } = true;

    /// <summary>Calendar days for which a check of the record holds: one that is older when leadership decides is made again (Article 5 (5)).</summary>
    public int RecordCheckDays { get; init; } = 30;

    /// <summary>Calendar days within which an appointed term begins, from the day it is proposed.</summary>
    public int AppointmentWithinDays { get; init; } = 60;

    /// <summary>Months without activity after which the supervisor is reminded first, and once more.</summary>
    public int InactivityFirstReminderMonths { get; init; } = 9;

    /// <inheritdoc cref="InactivityFirstReminderMonths"/>
    public int InactivitySecondReminderMonths { get; init; } = 11;

    /// <summary>Whether a renewal begins the year without activity anew (Article 18 (2); domain.md A3.4).</summary>
    public bool InactivityResetOnRenewal { get; init; }

    /// <summary>Working days a person has to be heard before dismissal.</summary>
    public int HearingWorkdays { get; init; } = 5;

    /// <summary>Days a letter of introduction may be valid at the most, its first day included.</summary>
    public int LetterMaxValidDays { get; init; } = 15;

    /// <summary>Days within which certificates are to be returned once a term has ended.</summary>
    public int CertificateReturnDays { get; init; } = 15;

    /// <summary>Days within which a lost card is to be replaced while its holder is in office.</summary>
    public int CardReissueDays { get; init; } = 15;

    /// <summary>Working days within which an objection to a public notice is to be decided.</summary>
    public int ObjectionWorkdays { get; init; } = 5;

    /// <summary>Whether leadership approves a public notice before it is published.</summary>
    public bool ApproveNotices { get; init; } = true;

    /// <summary>Whether leadership approves appointments, renewals and mid-term adjustments.</summary>
    public bool ApproveAppointments { get; init; } = true;

    /// <summary>Whether leadership approves dismissals.</summary>
    public bool ApproveDismissals { get; init; } = true;

    /// <summary>The authority that documents are issued in the name of. Empty: the name that the portal came with.</summary>
    public string OrgAuthorityName { get; init; } = "";

    /// <summary>The section that does the daily work (Article 3).</summary>
    public string OrgSectionName { get; init; } = "";

    /// <summary>The section's telephone, as it stands on notices.</summary>
    public string OrgTelephone { get; init; } = "";

    /// <summary>The code word in front of the numbers of official documents.</summary>
    public string OrgDocCode { get; init; } = "";

    /// <summary>How a public notice is counted as the office has chosen; a setting below the five days of Article 6 does not shorten it.</summary>
    public CountingMode NoticeCounting => new(Math.Max(NoticeDays, RegulationFigures.NoticeDays), NoticeUnit, NoticeExcludeStartDay, NoticeRollLastDay);
}

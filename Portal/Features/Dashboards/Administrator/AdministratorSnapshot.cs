using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>What the section's desk looks like at one instant. Numbers, days and names only: words and formats belong to the reader.</summary>
public sealed record AdministratorSnapshot
{
    /// <summary>Rows that a panel shows; the rest is in the list that its title opens.</summary>
    public const int Shown = 12;

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The office day that everything is counted for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Administrators who step aside from something (Article 11). This snapshot is not theirs: they get one that was counted without it.</summary>
    public required Rows<PersonId> StandingAside { get; init; }

    public required DeskFigures Figures { get; init; }

    /// <summary>The most urgent of what waits for the section.</summary>
    public required Rows<WorkItem> Work { get; init; }

    public required Rows<PendingRecusal> Recusals { get; init; }

    public required Rows<FindingUnderway> Underway { get; init; }

    public required Rows<GroupYear> Groups { get; init; }

    public required Rows<GroupMonth> Months { get; init; }

    /// <summary>Agencies under supervision that no visit or field study has reached this year.</summary>
    public required Rows<UnvisitedAgency> NotVisited { get; init; }

    public bool IsFor(PersonId reader) => !StandingAside.Contains(reader);

    /// <summary>Whether a page that shows <paramref name="other"/> need not be drawn again.</summary>
    public bool SaysTheSameAs(AdministratorSnapshot other) => this with { AsOf = other.AsOf } == other;
}

/// <summary>The numbers of the desk; each opens the list it counts.</summary>
public sealed record DeskFigures
{
    public required int ActiveSupervisors { get; init; }

    public required int TermsEnding { get; init; }

    /// <summary>Days before the end of a term from which it is counted; a setting.</summary>
    public required int TermReminderDays { get; init; }

    public required int PendingRecusals { get; init; }

    public required int OpenFindings { get; init; }

    /// <summary>Rectifications that are due within <see cref="DueSoonDays"/>, today included.</summary>
    public required int DueSoon { get; init; }

    public required int DueSoonDays { get; init; }

    /// <summary>Rectifications that are past their deadline. One that the agency has reported is the section's to verify, and not overdue meanwhile.</summary>
    public required int Overdue { get; init; }

    /// <summary>All that waits for the section.</summary>
    public required int Work { get; init; }

    /// <summary>Findings under investigation, under rectification or put right and not answered yet.</summary>
    public required int Underway { get; init; }

    public required int Agencies { get; init; }

    public required int AgenciesVisited { get; init; }

    /// <summary>Nothing was imported or entered yet: whoever looks at zeros must be told how they fill.</summary>
    public bool IsEmptyOffice => ActiveSupervisors == 0 && Agencies == 0 && OpenFindings == 0 && Work == 0;
}

/// <summary>What the section has to do next.</summary>
public enum WorkKind
{
    Register,
    Investigate,
    Conclude,
    OrderRectification,
    Verify,
    FeedBack,
    DecideLeave,
    DecideRecusal,
    RecordAttendance,

    /// <summary>Supervisors in office have the current undertaking still to sign (AL22): one item for all of them.</summary>
    SignUndertaking,
}

/// <summary>One thing that waits for the section.</summary>
/// <param name="Key">Of the finding, the activity or the recusal.</param>
/// <param name="Matter">A number, a title or a name.</param>
/// <param name="Where">Agency, or whose leave it is, or the number of the activity.</param>
/// <param name="Since">Where the office's register does not say it, the day the finding was filed.</param>
/// <param name="Waited">Days since then: working days where <paramref name="Unit"/> says so.</param>
/// <param name="Limit">The office's own limit, where there is one.</param>
/// <param name="DueOn">Last day within the limit; <c>null</c> where nothing sets one.</param>
public sealed record WorkItem(WorkKind Kind, Guid Key, string Matter, string Where, DateOnly Since, int Waited, DeadlineUnit Unit, int? Limit, DateOnly? DueOn);

/// <summary>A recusal that waits for a decision; a declaration is in effect meanwhile (domain.md A2.11).</summary>
/// <param name="Days">How long it has waited.</param>
public sealed record PendingRecusal(RecusalId Id, string PersonName, string Matter, RecusalGround Ground, string Explanation, RecusalState State, DateOnly FiledOn, int Days);

/// <summary>A finding on its way, and how its time stands.</summary>
/// <param name="Clock"><c>null</c> while it is the section's turn to verify, or where it was put right on the spot.</param>
/// <param name="Days">Days left or days late, never negative.</param>
/// <param name="UsedPercent">How much of the time is used, 0 to 100.</param>
public sealed record FindingUnderway(
    FindingId Id, string Number, string Unit, FindingCategory Category, FindingState State, string? Handler,
    DateOnly? LimitOn, DeadlineState? Clock, int Days, int UsedPercent, Reckoning? How);

/// <summary>Where a last day comes from: the facts that a sentence names.</summary>
/// <param name="Start"><c>null</c> where the office's register gives only the deadline.</param>
/// <param name="Days">Length in calendar days, the day of the event not counted.</param>
/// <param name="Raw">Where plain counting ends.</param>
/// <param name="First">The deadline as first set.</param>
/// <param name="Last">The deadline as it stands.</param>
/// <param name="Counted">Whether <paramref name="First"/> is what the office's default length gives; otherwise the section chose the day.</param>
/// <param name="CalendarKnown">Whether the holiday table of these years is loaded.</param>
public sealed record Reckoning(ReckoningKind Kind, DateOnly? Start, int Days, DateOnly Raw, DateOnly First, DateOnly Last, int Extensions, bool Counted, bool CalendarKnown);

/// <summary>What limits the time.</summary>
public enum ReckoningKind
{
    /// <summary>The office's own limit, which it may change.</summary>
    Investigation,

    /// <summary>Article 14: 明确整改期限.</summary>
    Rectification,
}

/// <summary>One of the four groups (Article 10) in the running year.</summary>
/// <param name="Due">Attendances owed and on record; excused and recused people owe none.</param>
/// <param name="AttendedHalves">Attendances given, in halves: part of an activity is one half.</param>
public sealed record GroupYear(SourceCategory Group, int Members, int Due, int AttendedHalves, string Focus)
{
    /// <summary><c>null</c> where nothing was owed.</summary>
    public int? AttendedPercent => Due == 0 ? null : (int)decimal.Round(50m * AttendedHalves / Due, MidpointRounding.AwayFromZero);
}

/// <summary>What the four groups did this year.</summary>
public sealed record GroupFigures(Rows<GroupYear> Groups, Rows<GroupMonth> Months);

/// <summary>Activities of a kind in a month that a group was invited to.</summary>
public sealed record GroupMonth(SourceCategory Group, int Month, ActivityKind Kind, int Activities);

public sealed record UnvisitedAgency(AgencyId Id, string Name);

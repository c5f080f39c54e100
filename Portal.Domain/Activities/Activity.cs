using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Activities;

/// <summary>Something the section organises: a visit, a field study, a training, a meeting, the symposium (Articles 7, 9, 16). Supervisors take part, they cannot create one.</summary>
public sealed class Activity
{
    public const int NumberLength = 20;
    public const int TitleLength = 100;
    public const int TextLength = 500;

    private readonly List<ActivityAgency> _agencies = [];

    private Activity()
    {
    }

    public ActivityId Id { get; private set; }

    /// <summary>Year and sequence, such as 2026-01; unique, never reused.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public ActivityKind Kind { get; private set; }

    /// <summary>Only for <see cref="ActivityKind.Supervision"/>.</summary>
    public SupervisionMode? Mode { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>Duration in tenths of an hour.</summary>
    public int HourTenths { get; private set; }

    public bool Mandatory { get; private set; }

    /// <summary>Weight in the evaluation, 1 unless decided otherwise (domain.md E).</summary>
    public int Weight { get; private set; } = 1;

    /// <summary>Documents of the agency are to be consulted, which takes a letter of introduction (Article 12).</summary>
    public bool RequiresDocumentAccess { get; private set; }

    /// <summary>How many can take part; <c>null</c> where nothing limits it.</summary>
    public int? Capacity { get; private set; }

    public ActivityState State { get; private set; }

    public string? Remark { get; private set; }

    public string? CancelReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ActivityAgency> Agencies => _agencies;

    /// <summary>An undercover visit that has not happened yet is known only to those who handle it and those who take part.</summary>
    public bool IsSecretOn(DateOnly today) => Mode == SupervisionMode.UnannouncedVisit && Date >= today && State is not (ActivityState.Completed or ActivityState.Archived or ActivityState.Cancelled);

    public static RuleViolation? WhyNotPlan(ActivityKind kind, SupervisionMode? mode, IReadOnlyCollection<AgencyId> agencies) =>
        kind != ActivityKind.Supervision ? null
        : mode is null ? ActivityRules.ModeMissing()
        : agencies.Count == 0 ? ActivityRules.AgencyMissing()
        : null;

    public static Activity Plan(
        ActivityId id, string number, string title, ActivityKind kind, SupervisionMode? mode, DateOnly date, int hourTenths,
        bool mandatory, bool requiresDocumentAccess, IReadOnlyCollection<AgencyId> agencies, string? remark, int? capacity = null)
    {
        Rule.Require(WhyNotPlan(kind, mode, agencies));
        var activity = new Activity { Id = id, Number = number, State = ActivityState.Draft, Capacity = capacity };
        activity.Describe(title, kind, mode, date, hourTenths, mandatory, requiresDocumentAccess, agencies, remark);
        return activity;
    }

    /// <summary>Takes over an activity from the office's register, in the state the register gives it.</summary>
    public static Activity FromRegister(
        ActivityId id, string number, string title, ActivityKind kind, SupervisionMode? mode, DateOnly date, int hourTenths,
        bool mandatory, bool requiresDocumentAccess, IReadOnlyCollection<AgencyId> agencies, ActivityState state, string? remark)
    {
        var activity = Plan(id, number, title, kind, mode, date, hourTenths, mandatory, requiresDocumentAccess, agencies, remark);
        activity.State = state;
        return activity;
    }

    public void CorrectFromRegister(
        string title, ActivityKind kind, SupervisionMode? mode, DateOnly date, int hourTenths,
        bool mandatory, bool requiresDocumentAccess, IReadOnlyCollection<AgencyId> agencies, ActivityState state, string? remark)
    {
        Rule.Require(WhyNotPlan(kind, mode, agencies));
        Describe(title, kind, mode, date, hourTenths, mandatory, requiresDocumentAccess, agencies, remark);
        State = state;
    }

    /// <summary>What was planned can be changed until it begins (domain.md A2.10).</summary>
    public RuleViolation? WhyNotRevise() => State is ActivityState.Draft or ActivityState.Published ? null : ActivityRules.WrongState(State);

    /// <summary>Changes what was planned. Whose part is touched by it, because of another day or another agency, is the service's to settle in the same transaction.</summary>
    /// <param name="placesTaken">Invitees who take a place; <see cref="Participation.TakesPlace"/>.</param>
    public void Revise(
        string title, ActivityKind kind, SupervisionMode? mode, DateOnly date, int hourTenths,
        bool mandatory, bool requiresDocumentAccess, IReadOnlyCollection<AgencyId> agencies, string? remark, int? capacity, int placesTaken)
    {
        Rule.Require(WhyNotRevise());
        Rule.Require(WhyNotPlan(kind, mode, agencies));
        Describe(title, kind, mode, date, hourTenths, mandatory, requiresDocumentAccess, agencies, remark);
        Capacity = capacity;
        Rule.Require(WhyNotSeat(placesTaken));
    }

    public RuleViolation? WhyNotPublish() => State == ActivityState.Draft ? null : ActivityRules.WrongState(State);

    public void Publish()
    {
        Rule.Require(WhyNotPublish());
        State = ActivityState.Published;
    }

    /// <summary>Why it cannot begin: not its day yet, or documents are to be consulted and somebody has no letter of introduction for them (Article 12).</summary>
    /// <param name="today">The day.</param>
    /// <param name="withoutLetter">The names of those who are to take part and bear no issued letter to each of its agencies on its day.</param>
    public RuleViolation? WhyNotStart(DateOnly today, IReadOnlyList<string> withoutLetter) =>
        State != ActivityState.Published ? ActivityRules.WrongState(State)
        : BeforeItsDay(today) ?? (RequiresDocumentAccess && withoutLetter.Count > 0 ? ActivityRules.LetterMissing(withoutLetter) : null);

    /// <inheritdoc cref="WhyNotStart"/>
    public void Start(DateOnly today, IReadOnlyList<string> withoutLetter)
    {
        Rule.Require(WhyNotStart(today, withoutLetter));
        State = ActivityState.InProgress;
    }

    /// <summary>Attendance is recorded from the day of the activity on, until it is completed.</summary>
    public RuleViolation? WhyNotRecordAttendance(DateOnly today) => State != ActivityState.InProgress ? ActivityRules.WrongState(State) : BeforeItsDay(today);

    /// <param name="withoutAttendance">Invitees whose attendance is not recorded yet.</param>
    public RuleViolation? WhyNotComplete(int withoutAttendance) =>
        State != ActivityState.InProgress ? ActivityRules.WrongState(State)
        : withoutAttendance > 0 ? ActivityRules.AttendanceMissing(withoutAttendance)
        : null;

    public void Complete(int withoutAttendance)
    {
        Rule.Require(WhyNotComplete(withoutAttendance));
        State = ActivityState.Completed;
    }

    public RuleViolation? WhyNotArchive(bool reportFiled) =>
        State != ActivityState.Completed ? ActivityRules.WrongState(State)
        : reportFiled ? null
        : ActivityRules.ReportMissing();

    public void Archive(bool reportFiled)
    {
        Rule.Require(WhyNotArchive(reportFiled));
        State = ActivityState.Archived;
    }

    public RuleViolation? WhyNotCancel() => State is ActivityState.Draft or ActivityState.Published ? null : ActivityRules.WrongState(State);

    /// <summary>The service voids the participations in the same transaction.</summary>
    public void Cancel(string reason)
    {
        Rule.Require(WhyNotCancel());
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? ActivityRules.ReasonMissing() : null);
        State = ActivityState.Cancelled;
        CancelReason = reason;
    }

    /// <summary>Why a person cannot be invited (Articles 11, 17). The facts come from the caller.</summary>
    /// <param name="placesTaken">Invitees who take a place already.</param>
    public RuleViolation? WhyNotInvite(bool inOfficeOnTheDay, bool recused, int placesTaken) =>
        WhyNotRevise() is { } closed ? closed
        : !inOfficeOnTheDay ? ActivityRules.InviteeNotInOffice(Date)
        : recused ? ActivityRules.InviteeRecused()
        : Capacity is { } capacity && placesTaken >= capacity ? ActivityRules.Full(capacity)
        : null;

    /// <summary>Why so many cannot have a place (domain.md A2.10). Asked again when another day or another agency has given places back.</summary>
    public RuleViolation? WhyNotSeat(int placesTaken) => Capacity < placesTaken ? ActivityRules.CapacityBelowTaken(placesTaken) : null;

    private RuleViolation? BeforeItsDay(DateOnly today) => today < Date ? ActivityRules.NotBeforeItsDay(Date) : null;

    private void Describe(
        string title, ActivityKind kind, SupervisionMode? mode, DateOnly date, int hourTenths,
        bool mandatory, bool requiresDocumentAccess, IReadOnlyCollection<AgencyId> agencies, string? remark)
    {
        Title = title;
        Kind = kind;
        Mode = kind == ActivityKind.Supervision ? mode : null;
        Date = date;
        HourTenths = hourTenths;
        Mandatory = mandatory;
        RequiresDocumentAccess = requiresDocumentAccess;
        Remark = remark;
        _agencies.RemoveAll(a => !agencies.Contains(a.Agency));
        _agencies.AddRange(agencies.Where(a => _agencies.TrueForAll(known => known.Agency != a)).Distinct().Select(a => new ActivityAgency(a)));
    }
}

using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Appointments;

/// <summary>A dismissal on one of the six grounds of Article 18 (解聘): evidence, hearing, approval, and the return of both certificates.</summary>
public sealed class DismissalCase
{
    public const int NumberLength = 20;
    public const int TextLength = 2000;

    private DismissalCase()
    {
    }

    public DismissalCaseId Id { get; private set; }

    public string Number { get; private set; } = "";

    public AppointmentId Term { get; private set; }

    public PersonId Person { get; private set; }

    public DismissalGround Ground { get; private set; }

    public string Facts { get; private set; } = "";

    public SanctionKind? Sanction { get; private set; }

    public string? DecidingBody { get; private set; }

    public string? Document { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public bool? Serious { get; private set; }

    public bool? NoGoodReason { get; private set; }

    public DateOnly? DeclaredOn { get; private set; }

    /// <summary>Ground (2): what the clock showed when the case was drafted, proposed or decided, whichever was last.</summary>
    public InactivityCount? Inactivity { get; private set; }

    public DismissalState State { get; private set; }

    public PersonId DraftedBy { get; private set; }

    public DateOnly DraftedOn { get; private set; }

    /// <summary>The last day on which the person may be heard.</summary>
    public DateOnly? HearingUntil { get; private set; }

    /// <summary>What the person said.</summary>
    public string? Statement { get; private set; }

    public DateOnly? StatedOn { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    /// <summary>Leadership; <c>null</c> where the office asks for no approval.</summary>
    public PersonId? ApprovedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The first day without office.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>Why it was dropped, or why leadership sent it back.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Still to be decided: one person has one of these at the most, and a resignation beside it.</summary>
    public bool IsOpen => OpenStates.Contains(State);

    public static IReadOnlyList<DismissalState> OpenStates { get; } = [DismissalState.Drafted, DismissalState.HearingOpen, DismissalState.Proposed];

    public static RuleViolation? WhyNotDraft(Appointment term, DismissalGround ground, DismissalEvidence evidence, bool anotherOpen, DateOnly today) =>
        term.WhyNotEnd(today)
        ?? (anotherOpen ? AppointmentRules.CaseOpen() : null)
        ?? evidence.WhyNot(ground)
        ?? evidence.WhyNotDated(today);

    public static DismissalCase Draft(
        DismissalCaseId id, string number, Appointment term, DismissalGround ground, DismissalEvidence evidence, bool anotherOpen, PersonId by, DateOnly today)
    {
        Rule.Require(WhyNotDraft(term, ground, evidence, anotherOpen, today));
        return new DismissalCase
        {
            Id = id,
            Number = number,
            Term = term.Id,
            Person = term.Person,
            Ground = ground,
            Facts = evidence.Facts,
            Sanction = evidence.Sanction,
            DecidingBody = evidence.DecidingBody,
            Document = evidence.Document,
            DocumentDate = evidence.DocumentDate,
            Serious = evidence.Serious,
            NoGoodReason = evidence.NoGoodReason,
            DeclaredOn = evidence.DeclaredOn,
            Inactivity = ground == DismissalGround.InactiveOneYear ? evidence.Inactivity : null,
            DraftedBy = by,
            DraftedOn = today,
        };
    }

    /// <summary>A supervisor resigns in writing (Article 18 (5)): nothing is to be heard, and the section has only to take it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its number.</param>
    /// <param name="term">The person's term.</param>
    /// <param name="statement">In their own words.</param>
    /// <param name="effectiveOn">The first day without office the letter names; the day of receipt where it names none (domain.md A3.5).</param>
    /// <param name="anotherOpen">Whether another resignation of theirs is open. That the office prepares something else is not for them to learn from a refusal.</param>
    /// <param name="today">The day of receipt.</param>
    public static DismissalCase Resign(DismissalCaseId id, string number, Appointment term, string statement, DateOnly? effectiveOn, bool anotherOpen, DateOnly today)
    {
        Rule.Require(anotherOpen ? AppointmentRules.ResignedAlready() : null);
        var resignation = Draft(id, number, term, DismissalGround.Resignation, new DismissalEvidence(statement) { DeclaredOn = today }, anotherOpen: false, term.Person, today);
        Rule.Require(term.WhyNotEffective(effectiveOn ?? today, today));
        resignation.EffectiveOn = effectiveOn ?? today;
        return resignation;
    }

    public RuleViolation? WhyNotNotify() => WrongState(DismissalState.Drafted) ?? (Ground == DismissalGround.Resignation ? AppointmentRules.NothingToHear() : null);

    /// <summary>Tells the person and opens the hearing for so many working days.</summary>
    public void Notify(int workdays, WorkingCalendar calendar, DateOnly today)
    {
        Rule.Require(WhyNotNotify());
        HearingUntil = DeadlineComputation.ForWorkdayLimit(today, workdays, calendar).LastDay;
        State = DismissalState.HearingOpen;
    }

    public RuleViolation? WhyNotState() => WrongState(DismissalState.HearingOpen);

    /// <summary>What the person says to it.</summary>
    public void RecordStatement(string statement, DateOnly today)
    {
        Rule.Require(WhyNotState() ?? (string.IsNullOrWhiteSpace(statement) ? AppointmentRules.ReasonMissing() : null));
        Statement = statement;
        StatedOn = today;
    }

    /// <summary>Why it cannot be put to leadership yet: the person has not been heard and may still be.</summary>
    public RuleViolation? WhyNotPropose(DateOnly today) =>
        Ground == DismissalGround.Resignation ? WrongState(DismissalState.Drafted)
        : WrongState(DismissalState.HearingOpen) ?? (StatedOn is null && today <= HearingUntil ? AppointmentRules.HearingOpen(HearingUntil.Value) : null);

    /// <summary>The first day without office that a supervisor named in their own resignation: it is theirs to say, and nobody else's (Article 18 (5)).</summary>
    public DateOnly? NamedDay => Ground == DismissalGround.Resignation && DraftedBy == Person ? EffectiveOn : null;

    /// <param name="effectiveOn">The first day without office; not looked at where the supervisor named it. A day that has passed meanwhile becomes today.</param>
    /// <param name="term">The term.</param>
    /// <param name="clerk">Who proposes.</param>
    /// <param name="today">The day.</param>
    public void Propose(DateOnly effectiveOn, Appointment term, PersonId clerk, DateOnly today)
    {
        var first = NamedDay is { } named ? (named < today ? today : named) : effectiveOn;
        Rule.Require(WhyNotPropose(today) ?? term.WhyNotEffective(first, today));
        EffectiveOn = first;
        ProposedBy = clerk;
        State = DismissalState.Proposed;
    }

    /// <summary>Whether the year without activity still shows (Article 18 (2)): what was put down late, or invited to by mistake, is counted at every step, not only at the first.</summary>
    /// <param name="verdict">What the one-year clock shows now.</param>
    public RuleViolation? WhyNotStill(InactivityVerdict verdict) =>
        Ground != DismissalGround.InactiveOneYear ? null : DismissalEvidence.WhyNotInactive(verdict);

    /// <summary>Keeps what the clock shows now, if it still carries the case.</summary>
    public void CountAgain(InactivityCount count)
    {
        Rule.Require(WhyNotStill(count.Verdict));
        Inactivity = Ground == DismissalGround.InactiveOneYear ? count : null;
    }

    /// <summary>Why <paramref name="approver"/> may not decide: not proposed, or by the same person (domain.md A4-11).</summary>
    public RuleViolation? WhyNotDecide(PersonId approver, bool approvalNeeded) =>
        WrongState(DismissalState.Proposed) ?? (approvalNeeded && approver == ProposedBy ? AppointmentRules.ApproverIsProposer() : null);

    /// <summary>Decides it and ends the term; a day that has passed meanwhile becomes today, since nobody loses rights backwards.</summary>
    /// <param name="term">The one that the person holds now: a case goes on into the term after the one it was begun in.</param>
    /// <param name="approver">See <see cref="WhyNotDecide"/>.</param>
    /// <param name="approvalNeeded">See <see cref="WhyNotDecide"/>.</param>
    /// <param name="today">The day of the decision.</param>
    public void Approve(Appointment term, PersonId approver, bool approvalNeeded, DateOnly today)
    {
        Rule.Require(WhyNotDecide(approver, approvalNeeded));
        if (term.Person != Person)
        {
            throw new ArgumentException("Not a term of this person.", nameof(term));
        }

        EffectiveOn = EffectiveOn < today ? today : EffectiveOn;
        Term = term.Id;
        term.Dismiss(Ground, EffectiveOn!.Value, today);
        ApprovedBy = approvalNeeded ? approver : null;
        DecidedOn = today;
        State = DismissalState.CertificateReturn;
    }

    /// <summary>Leadership sends it back to the section.</summary>
    public void SendBack(PersonId approver, string reason)
    {
        Rule.Require(WhyNotDecide(approver, approvalNeeded: true) ?? (string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null));
        State = Ground == DismissalGround.Resignation ? DismissalState.Drafted : DismissalState.HearingOpen;
        ProposedBy = null;
        Reason = reason;
    }

    public RuleViolation? WhyNotDrop() => IsOpen ? null : AppointmentRules.CaseWrongState(State);

    /// <summary>Not pursued any further.</summary>
    public void Drop(string reason)
    {
        Rule.Require(WhyNotDrop() ?? (string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null));
        State = DismissalState.Dropped;
        Reason = reason;
    }

    /// <param name="outstanding">Letters of appointment and cards that are neither returned nor declared void.</param>
    public RuleViolation? WhyNotClose(int outstanding) =>
        WrongState(DismissalState.CertificateReturn) ?? (outstanding > 0 ? AppointmentRules.CertificatesOutstanding(outstanding) : null);

    /// <summary>Both certificates are back or void (Article 18: 收回相关证书).</summary>
    public void Close(int outstanding)
    {
        Rule.Require(WhyNotClose(outstanding));
        State = DismissalState.Closed;
    }

    private RuleViolation? WrongState(DismissalState allowed) => State == allowed ? null : AppointmentRules.CaseWrongState(State);
}

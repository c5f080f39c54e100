using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Appointments;

public sealed partial class Appointment
{
    /// <summary>Grants a term: the first after a public notice (Article 6), a further one as a renewal (Article 17). Its days are computed once and stay.</summary>
    /// <param name="cohortEnd">The day on which the whole cohort ends, where whoever joins ends with it.</param>
    /// <param name="others">The same person's other terms.</param>
    /// <param name="today">The day of the act; a term that begins later waits for its first day.</param>
    /// <exception cref="RuleViolationException">The dates cannot be a term (Articles 17, 19).</exception>
    public static Appointment Grant(
        AppointmentId id, PersonId person, int sequence, SourceCategory group, RecruitmentChannel channel, DateOnly start,
        TermEndRule rule, DateOnly? cohortEnd, IEnumerable<(DateOnly Start, DateOnly LastDay)> others, DateOnly today)
    {
        var full = Term.Of(start, rule).End;
        var end = cohortEnd < full ? cohortEnd.Value : full;
        Rule.Require(WhyNotAppoint(start, end, others));
        return new Appointment { Id = id, Person = person, Sequence = sequence, Group = group, Channel = channel, TermStart = start, TermEnd = end, State = start > today ? AppointmentState.Upcoming : AppointmentState.Active };
    }

    public RuleViolation? WhyNotBegin(DateOnly today) =>
        State != AppointmentState.Upcoming ? AppointmentRules.WrongState(State)
        : today < TermStart ? AppointmentRules.NotYetBegun(TermStart)
        : null;

    /// <summary>Puts into the record that its first day has come; the rights came with the day.</summary>
    public void Begin(DateOnly today)
    {
        Rule.Require(WhyNotBegin(today));
        State = AppointmentState.Active;
    }

    /// <summary>A granted term falls away with the one before it: it never begins.</summary>
    public void FallAway(DateOnly today)
    {
        RequireToCome(today);
        State = AppointmentState.Adjusted;
        EndedOn = TermStart.AddDays(-1);
    }

    /// <summary>A granted term begins in the group that the supervisor was put into meanwhile (Article 10); it has no history of its own yet.</summary>
    public void BeginIn(SourceCategory group, DateOnly today)
    {
        RequireToCome(today);
        Group = group;
    }

    /// <summary>The group on that day of the term.</summary>
    public SourceCategory GroupOn(DateOnly day) => _groupChanges.Find(c => c.On > day)?.From ?? Group;

    /// <summary>Why the term cannot be renewed on that day: a renewal is decided on the last day at the latest; after that only a new selection helps, and a term that has not begun has nothing to show for it (Article 17).</summary>
    /// <param name="today">The day of the decision.</param>
    /// <param name="born">For the age on the first day of the new term (Article 5 (1)).</param>
    /// <param name="rule">How the office counts ages.</param>
    /// <param name="withinDays">Days before its end from which a term is looked at for renewal: before that its years say too little, and the record would be old.</param>
    /// <param name="recordClear">Whether the record was found clear anew (Article 5 (5)); <c>true</c> where the office asks for no re-check.</param>
    public RuleViolation? WhyNotRenew(DateOnly today, DateOnly? born, AgeCountRule rule, int withinDays, bool recordClear) =>
        !IsRunning || EndedOn is not null || today < TermStart ? AppointmentRules.WrongState(State)
        : today > TermEnd ? AppointmentRules.RenewedTooLate(TermEnd)
        : today < TermEnd.AddDays(-withinDays) ? AppointmentRules.RenewedTooEarly(TermEnd, TermEnd.AddDays(-withinDays))
        : born is { } birthday && AgeInYears.On(TermEnd.AddDays(1), birthday, rule) is < RegulationFigures.MinimumAge or > RegulationFigures.MaximumAge
            ? AppointmentRules.AgeAtRenewal(AgeInYears.On(TermEnd.AddDays(1), birthday, rule))
        : !recordClear ? AppointmentRules.RecordNotClear()
        : null;

    private void RequireToCome(DateOnly today) => Rule.Require(State == AppointmentState.Upcoming && today < TermStart ? null : AppointmentRules.WrongState(State));

    // A night without the server may have left the first day unrecorded.
    private bool IsRunning => State is AppointmentState.Active or AppointmentState.Upcoming;

    /// <summary>Whoever is in office can be told to leave it, also when a later end is decided already: a resignation for next spring does not shield from Article 18.</summary>
    public RuleViolation? WhyNotEnd(DateOnly today) => IsInOffice(today) ? null : AppointmentRules.NotInOffice(today);

    /// <summary>Only a term whose end is still its own is adjusted (Article 17, second paragraph).</summary>
    public RuleViolation? WhyNotAdjust(DateOnly today) => WhyNotEnd(today) ?? (EndedOn is null ? null : AppointmentRules.WrongState(State));

    public RuleViolation? WhyNotChangeGroup(SourceCategory group, DateOnly today) =>
        WhyNotEnd(today) ?? (group == Group ? AppointmentRules.SameGroup(group) : null);

    /// <summary>Puts the supervisor into another group from today; the days before keep theirs.</summary>
    public void ChangeGroup(SourceCategory group, PersonId by, string reason, DateOnly today)
    {
        Rule.Require(WhyNotChangeGroup(group, today) ?? Missing(reason));
        _groupChanges.Add(new GroupChange(_groupChanges.Count + 1, Group, group, today, by, reason));
        Group = group;
    }

    /// <summary>Ended by mid-term adjustment (Article 17, second paragraph); no ground of Article 18 is needed, reasons are.</summary>
    /// <param name="effectiveOn">The first day without office.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">The day of the decision.</param>
    public void Adjust(DateOnly effectiveOn, string reason, DateOnly today)
    {
        Rule.Require(WhyNotAdjust(today) ?? WhyNotEffective(effectiveOn, today) ?? Missing(reason));
        State = AppointmentState.Adjusted;
        EndedOn = effectiveOn.AddDays(-1);
        Remark = reason;
    }

    /// <summary>Ended on a ground of Article 18; rights are lost on the first day without office.</summary>
    public void Dismiss(DismissalGround ground, DateOnly effectiveOn, DateOnly today)
    {
        Rule.Require(WhyNotEnd(today) ?? WhyNotEffective(effectiveOn, today));
        State = AppointmentState.Dismissed;
        Ground = ground;
        EndedOn = effectiveOn.AddDays(-1);
    }

    public RuleViolation? WhyNotRunOut(DateOnly today) =>
        !IsRunning ? AppointmentRules.WrongState(State)
        : today <= TermEnd ? AppointmentRules.StillRunning(TermEnd)
        : null;

    /// <summary>Puts into the record what the dates have already done (Article 17): followed by a renewal, or ended without a decision.</summary>
    public void RunOut(bool renewed, DateOnly today)
    {
        Rule.Require(WhyNotRunOut(today));
        State = renewed ? AppointmentState.Completed : AppointmentState.AutoEnded;
    }

    /// <summary>Why the first day without office cannot be that one: not in the past, and not after the end that the term has.</summary>
    public RuleViolation? WhyNotEffective(DateOnly effectiveOn, DateOnly today) =>
        effectiveOn < today || effectiveOn > LastDay.AddDays(1) ? AppointmentRules.EffectiveOutOfTerm(today, LastDay) : null;

    private static RuleViolation? Missing(string? reason) => string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null;
}

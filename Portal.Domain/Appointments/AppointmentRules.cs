using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Provisions on the term of office.</summary>
public static class AppointmentRules
{
    public static RuleViolation BeforeTheMeasures(DateOnly start) =>
        new("Appointment_BeforeTheMeasures", new Article(19), start, RegulationFigures.InForceFrom);

    public static RuleViolation EndsBeforeItStarts(DateOnly start, DateOnly end) =>
        new("Appointment_EndsBeforeItStarts", new Article(17), start, end);

    public static RuleViolation TermsOverlap(DateOnly start, DateOnly end) =>
        new("Appointment_TermsOverlap", new Article(17), start, end);

    public static RuleViolation LongerThanATerm(DateOnly start, DateOnly end) =>
        new("Appointment_LongerThanATerm", new Article(17), start, end);

    public static RuleViolation EndedWithoutDay(AppointmentState state) =>
        new("Appointment_EndedWithoutDay", new Article(18), state);

    public static RuleViolation WrongState(AppointmentState state) => new("Appointment_WrongState", new Article(17), state);

    public static RuleViolation NotInOffice(DateOnly day) => new("Appointment_NotInOffice", new Article(17), day);

    public static RuleViolation StillRunning(DateOnly termEnd) => new("Appointment_StillRunning", new Article(17), termEnd);

    public static RuleViolation NotYetBegun(DateOnly termStart) => new("Appointment_NotYetBegun", new Article(17), termStart);

    public static RuleViolation RenewedTooLate(DateOnly termEnd) => new("Appointment_RenewedTooLate", new Article(17), termEnd);

    public static RuleViolation RenewedTooEarly(DateOnly termEnd, DateOnly from) => new("Appointment_RenewedTooEarly", new Article(17), termEnd, from);

    public static RuleViolation RecordCheckedTooLongAgo(DateOnly on) => new("Appointment_RecordCheckedTooLongAgo", new Article(5, 5), on);

    public static RuleViolation AgeAtRenewal(int age) =>
        new("Appointment_AgeAtRenewal", new Article(5, 1), age, RegulationFigures.MinimumAge, RegulationFigures.MaximumAge);

    public static RuleViolation RecordNotClear() => new("Appointment_RecordNotClear", new Article(5, 5));

    public static RuleViolation SameGroup(SourceCategory group) => new("Appointment_SameGroup", new Article(10), group);

    public static RuleViolation EffectiveOutOfTerm(DateOnly today, DateOnly termEnd) => new("Appointment_EffectiveOutOfTerm", new Article(17), today, termEnd);

    public static RuleViolation FactsMissing(DismissalGround ground) => new("Appointment_FactsMissing", new Article(18), ground);

    public static RuleViolation SanctionIncomplete() => new("Appointment_SanctionIncomplete", new Article(18, 1));

    public static RuleViolation PenaltyNotSerious() => new("Appointment_PenaltyNotSerious", new Article(18, 1));

    public static RuleViolation WithinTheYear() => new("Appointment_WithinTheYear", new Article(18, 2));

    public static RuleViolation DayToCome() => new("Appointment_DayToCome", new Article(18));

    public static RuleViolation NeverInvited() => new("Appointment_NeverInvited", new Article(18, 2));

    public static RuleViolation GoodReasonNotJudged() => new("Appointment_GoodReasonNotJudged", new Article(18, 2));

    public static RuleViolation DeclarationMissing() => new("Appointment_DeclarationMissing", new Article(18, 5));

    public static RuleViolation ResignedAlready() => new("Appointment_ResignedAlready", new Article(18, 5));

    public static RuleViolation NothingToHear() => new("Appointment_NothingToHear", new Article(18, 5));

    public static RuleViolation ReasonsTooShort(int characters) => new("Appointment_ReasonsTooShort", new Article(18, 6), characters);

    public static RuleViolation CertificatesOutstanding(int count) => new("Appointment_CertificatesOutstanding", new Article(18), count);

    public static RuleViolation CaseWrongState(DismissalState state) => new("Appointment_CaseWrongState", new Article(18), state);

    /// <summary>Whoever is to be dismissed is heard first.</summary>
    public static RuleViolation HearingOpen(DateOnly until) => new("Appointment_HearingOpen", new Article(18), until);

    // What the office demands of its own acts.
    public static RuleViolation ProposalOpen() => new("Appointment_ProposalOpen", default);

    public static RuleViolation CaseOpen() => new("Appointment_CaseOpen", default);

    public static RuleViolation DecidedBefore() => new("Appointment_DecidedBefore", default);

    public static RuleViolation ApproverIsProposer() => new("Appointment_ApproverIsProposer", default);

    public static RuleViolation ReasonMissing() => new("Appointment_ReasonMissing", default);
}

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
}

using Portal.Domain.Rules;

namespace Portal.Domain.Activities;

/// <summary>Provisions on activities and on taking part in them, in the order of the articles.</summary>
public static class ActivityRules
{
    public static RuleViolation WrongState(ActivityState state) => new("Activity_WrongState", new Article(9, 2), state);

    public static RuleViolation ModeMissing() => new("Activity_ModeMissing", new Article(7));

    public static RuleViolation AgencyMissing() => new("Activity_AgencyMissing", new Article(7));

    public static RuleViolation ReasonMissing() => new("Activity_ReasonMissing", new Article(9, 2));

    public static RuleViolation NotBeforeItsDay(DateOnly day) => new("Activity_NotBeforeItsDay", new Article(9, 2), day);

    /// <param name="people">Who is to take part and has no letter for the day.</param>
    public static RuleViolation LetterMissing(IReadOnlyList<string> people) => new("Activity_LetterMissing", new Article(12), [people]);

    public static RuleViolation AttendanceMissing(int people) => new("Activity_AttendanceMissing", new Article(9, 2), people);

    public static RuleViolation ReportMissing() => new("Activity_ReportMissing", new Article(9, 1));

    public static RuleViolation InviteeNotInOffice(DateOnly day) => new("Activity_InviteeNotInOffice", new Article(17), day);

    public static RuleViolation InviteeRecused() => new("Activity_InviteeRecused", new Article(11));

    public static RuleViolation Full(int capacity) => new("Activity_Full", new Article(9, 2), capacity);

    public static RuleViolation CapacityBelowTaken(int taken) => new("Activity_CapacityBelowTaken", new Article(9, 2), taken);

    public static RuleViolation AlreadyInvited() => new("Activity_AlreadyInvited", new Article(8, 5));

    public static RuleViolation ParticipationWrongState(ParticipationState state) => new("Activity_ParticipationWrongState", new Article(8, 5), state);

    public static RuleViolation AlreadyBegun(DateOnly day) => new("Activity_AlreadyBegun", new Article(8, 5), day);
}

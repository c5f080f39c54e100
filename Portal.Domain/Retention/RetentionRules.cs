using Portal.Domain.Rules;

namespace Portal.Domain.Retention;

/// <summary>Rules of the office about what is kept and what is erased. The measures do not speak of it.</summary>
public static class RetentionRules
{
    public static RuleViolation ReasonMissing() => new("Retention_ReasonMissing", default);

    /// <summary>Also of a finding that the asker steps aside from: hidden answers like missing.</summary>
    public static RuleViolation UnknownSubject() => new("Retention_UnknownSubject", default);

    public static RuleViolation AlreadyHeld() => new("Retention_AlreadyHeld", default);

    public static RuleViolation AlreadyLifted() => new("Retention_AlreadyLifted", default);

    public static RuleViolation UnderHold() => new("Retention_UnderHold", default);

    public static RuleViolation StillInOffice() => new("Retention_StillInOffice", default);

    public static RuleViolation NameNotConfirmed() => new("Retention_NameNotConfirmed", default);
}

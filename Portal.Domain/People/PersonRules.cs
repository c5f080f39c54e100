using Portal.Domain.Rules;

namespace Portal.Domain.People;

/// <summary>What the office demands of whoever handles people's data.</summary>
public static class PersonRules
{
    public static RuleViolation RevealReasonMissing() => new("Person_RevealReasonMissing", default);
}

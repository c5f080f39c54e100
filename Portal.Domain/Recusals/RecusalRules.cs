using Portal.Domain.Rules;

namespace Portal.Domain.Recusals;

/// <summary>Every provision that the recusal feature enforces, in the order of Article 11 and of domain.md A2.11.</summary>
public static class RecusalRules
{
    public static RuleViolation ExplanationMissing() => new("Recusal_ExplanationMissing", new Article(11));

    public static RuleViolation AlreadyDeclared() => new("Recusal_AlreadyDeclared", new Article(11));

    public static RuleViolation AlreadyDecided(RecusalState state) => new("Recusal_AlreadyDecided", new Article(11), state);

    public static RuleViolation DecidedByDeclarant() => new("Recusal_DecidedByDeclarant", new Article(11));

    public static RuleViolation ReasonMissing() => new("Recusal_ReasonMissing", new Article(11));

    public static RuleViolation NotInEffect(RecusalState state) => new("Recusal_NotInEffect", new Article(11), state);
}

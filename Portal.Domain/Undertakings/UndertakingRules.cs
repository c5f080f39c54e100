using Portal.Domain.Rules;

namespace Portal.Domain.Undertakings;

/// <summary>Provisions on the confidentiality undertaking.</summary>
public static class UndertakingRules
{
    public static RuleViolation NotInOffice() => new("Undertaking_NotInOffice", new Article(17));

    public static RuleViolation AlreadySigned(int number) => new("Undertaking_AlreadySigned", new Article(8, 3), number);

    public static RuleViolation NewerVersion(int number) => new("Undertaking_NewerVersion", new Article(8, 3), number);

    public static RuleViolation NotAgreed() => new("Undertaking_NotAgreed", new Article(8, 3));

    public static RuleViolation NameDiffers() => new("Undertaking_NameDiffers", new Article(8, 3));

    // What the office demands of its own acts.
    public static RuleViolation TextMissing() => new("Undertaking_TextMissing", default);

    public static RuleViolation SameText() => new("Undertaking_SameText", default);
}

using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Provisions on letters of introduction.</summary>
public static class LetterRules
{
    public static RuleViolation BearerMissing() => new("Letter_BearerMissing", new Article(12));

    public static RuleViolation MatterMissing() => new("Letter_MatterMissing", new Article(12));

    public static RuleViolation OtherAgency() => new("Letter_OtherAgency", new Article(12));

    public static RuleViolation BearerWithoutCard() => new("Letter_BearerWithoutCard", new Article(12));

    public static RuleViolation BearerNotInOffice() => new("Letter_BearerNotInOffice", new Article(17));

    public static RuleViolation BearerRecused() => new("Letter_BearerRecused", new Article(11));

    public static RuleViolation WrongState(LetterState state) => new("Letter_WrongState", new Article(12), state);

    // What the office demands of its own acts.
    public static RuleViolation EndsTooEarly(DateOnly to) => new("Letter_EndsTooEarly", default, to);

    public static RuleViolation ValidTooLong(int maxDays) => new("Letter_ValidTooLong", default, maxDays);

    public static RuleViolation ApprovalNeeded() => new("Letter_ApprovalNeeded", default);

    public static RuleViolation ApproverIsProposer() => new("Letter_ApproverIsProposer", default);

    public static RuleViolation ReasonMissing() => new("Letter_ReasonMissing", default);
}

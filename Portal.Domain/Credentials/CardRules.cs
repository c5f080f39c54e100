using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Provisions on the supervisor card and the letter of appointment.</summary>
public static class CardRules
{
    public static RuleViolation NeverValidAgain(string number, CardState state) => new("Card_NeverValidAgain", new Article(12), number, state);

    public static RuleViolation HolderNotInOffice() => new("Card_HolderNotInOffice", new Article(12));

    public static RuleViolation OneValidCard() => new("Card_OneValidCard", new Article(12));

    public static RuleViolation NotReportedLost(string number, CardState state) => new("Card_NotReportedLost", new Article(12, 0, 2), number, state);

    public static RuleViolation LostInTheFuture(DateOnly lostOn) => new("Card_LostInTheFuture", new Article(12, 0, 2), lostOn);

    public static RuleViolation WrongState(string number, CardState state) => new("Card_WrongState", new Article(12), number, state);

    public static RuleViolation NotAskedBack(string number) => new("Card_NotAskedBack", new Article(18), number);

    public static RuleViolation ReasonMissing() => new("Card_ReasonMissing", new Article(18));
}

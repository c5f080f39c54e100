using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Provisions on the supervisor card.</summary>
public static class CardRules
{
    public static RuleViolation NeverValidAgain(string number, CardState state) => new("Card_NeverValidAgain", new Article(12), number, state);
}

using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>The card that a supervisor shows on duty (Article 12). Its number is unique and never used again.</summary>
public sealed class SupervisorCard
{
    public const int NumberLength = 20;

    private SupervisorCard()
    {
    }

    public SupervisorCardId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Number { get; private set; } = "";

    public CardState State { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes over a card that the office had issued on paper.</summary>
    public static SupervisorCard FromRegister(SupervisorCardId id, PersonId person, string number, CardState state) =>
        new() { Id = id, Person = person, Number = number, State = state };

    /// <summary>A number that was void once stays void (domain.md A2.6); a found or renewed card gets a new one.</summary>
    public RuleViolation? WhyNotCorrect(CardState state) =>
        state == CardState.Active && State != CardState.Active ? CardRules.NeverValidAgain(Number, State) : null;

    public void CorrectFromRegister(CardState state)
    {
        Rule.Require(WhyNotCorrect(state));
        State = state;
    }
}

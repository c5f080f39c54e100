using Portal.Domain.People;

namespace Portal.Domain.Credentials;

/// <summary>Who may show a letter of introduction, with the card number printed on it.</summary>
public sealed class LetterBearer
{
    private LetterBearer()
    {
    }

    internal LetterBearer(PersonId person, string cardNumber)
    {
        Person = person;
        CardNumber = cardNumber;
    }

    public PersonId Person { get; private set; }

    public string CardNumber { get; private set; } = "";

    internal void Carry(string cardNumber) => CardNumber = cardNumber;
}

using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Undertakings;

/// <summary>A supervisor's signature under one version of the undertaking, given on screen: their own name typed, and a tick.</summary>
public sealed class SignedUndertaking
{
    private SignedUndertaking()
    {
    }

    public SignedUndertakingId Id { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>Which version.</summary>
    public int Number { get; private set; }

    /// <summary>What was read and signed.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>The name as it was typed.</summary>
    public string SignedName { get; private set; } = "";

    public DateTimeOffset SignedAt { get; private set; }

    /// <param name="current">The version in force.</param>
    /// <param name="read">The version that the signer's page showed.</param>
    /// <param name="inOffice">Whether the signer is in office.</param>
    /// <param name="alreadySigned">Whether they signed this version before.</param>
    /// <param name="fullName">What the signer is called.</param>
    /// <param name="typedName">What they typed.</param>
    /// <param name="agreed">Whether they ticked that they have read it and undertake it.</param>
    public static RuleViolation? WhyNotSign(Undertaking current, int read, bool inOffice, bool alreadySigned, string fullName, string typedName, bool agreed) =>
        !inOffice ? UndertakingRules.NotInOffice()
        : alreadySigned ? UndertakingRules.AlreadySigned(current.Number)
        : read != current.Number ? UndertakingRules.NewerVersion(current.Number)
        : !agreed ? UndertakingRules.NotAgreed()
        : !string.Equals(typedName.Trim(), fullName, StringComparison.Ordinal) ? UndertakingRules.NameDiffers()
        : null;

    public static SignedUndertaking Sign(
        SignedUndertakingId id, PersonId person, Undertaking current, int read, bool inOffice, bool alreadySigned, string fullName, string typedName, bool agreed, DateTimeOffset now)
    {
        Rule.Require(WhyNotSign(current, read, inOffice, alreadySigned, fullName, typedName, agreed));
        return new SignedUndertaking { Id = id, Person = person, Number = current.Number, TextHash = current.TextHash, SignedName = typedName.Trim(), SignedAt = now };
    }
}

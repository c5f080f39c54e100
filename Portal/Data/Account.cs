using Portal.Access;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data;

/// <summary>Identifies a sign-in account.</summary>
public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId New() => new(Guid.CreateVersion7());

    public static AccountId From(Guid value) => new(value);
}

/// <summary>What lets a person sign in: their role here, and who they are at the identity provider. Rights come from this row, never from a claim alone.</summary>
public sealed class Account
{
    public const int IssuerLength = 200;
    public const int SubjectLength = 200;

    private Account()
    {
    }

    public AccountId Id { get; private set; }

    public PersonId Person { get; private set; }

    public PortalRole Role { get; private set; }

    public bool IsDisabled { get; private set; }

    /// <summary>OpenID Connect issuer; with <see cref="Subject"/> it names one person for ever, as an e-mail address does not.</summary>
    public string? Issuer { get; private set; }

    public string? Subject { get; private set; }

    public int Version { get; private set; }

    public static Account For(PersonId person, PortalRole role) => new() { Id = AccountId.New(), Person = person, Role = role };
}

using Portal.Access;
using Portal.Domain.Accounts;
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

    /// <summary>Whether somebody at the identity provider is known as this account's person.</summary>
    public bool IsBound => Subject is not null;

    public static Account For(PersonId person, PortalRole role) => new() { Id = AccountId.New(), Person = person, Role = role };

    /// <summary>What stands in the way of disabling it.</summary>
    public RuleViolation? WhyNotDisable(PersonId by, bool isLastAdministrator) =>
        by == Person ? AccountRules.OwnAccount()
        : IsDisabled ? AccountRules.AlreadyDisabled()
        : isLastAdministrator ? AccountRules.LastAdministrator()
        : null;

    public void Disable(PersonId by, bool isLastAdministrator)
    {
        Rule.Require(WhyNotDisable(by, isLastAdministrator));
        IsDisabled = true;
    }

    public RuleViolation? WhyNotEnable(PersonId by) =>
        by == Person ? AccountRules.OwnAccount()
        : !IsDisabled ? AccountRules.NotDisabled()
        : null;

    public void Enable(PersonId by)
    {
        Rule.Require(WhyNotEnable(by));
        IsDisabled = false;
    }

    /// <summary>Nobody gives themselves a role, and whoever supervises the office does not become one of its own, nor the other way round (Article 17: another person is appointed).</summary>
    public RuleViolation? WhyNotChangeRole(PortalRole to, PersonId by, bool isLastAdministrator) =>
        by == Person ? AccountRules.OwnAccount()
        : to == Role ? AccountRules.SameRole()
        : to == PortalRole.Supervisor || Role == PortalRole.Supervisor ? AccountRules.SupervisorStays()
        : isLastAdministrator ? AccountRules.LastAdministrator()
        : null;

    public void ChangeRole(PortalRole to, PersonId by, bool isLastAdministrator)
    {
        Rule.Require(WhyNotChangeRole(to, by, isLastAdministrator));
        Role = to;
    }

    public RuleViolation? WhyNotInvite(PersonId by) =>
        by == Person ? AccountRules.OwnAccount()
        : IsDisabled ? AccountRules.AlreadyDisabled()
        : null;

    /// <summary>Whoever was known as this account's person is so no longer; the next invitation says who is.</summary>
    public void Unbind() => (Issuer, Subject) = (null, null);

    public void Bind(string issuer, string subject) => (Issuer, Subject) = (issuer, subject);
}

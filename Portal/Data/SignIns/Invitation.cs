using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data.SignIns;

/// <summary>Identifies an invitation.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId New() => new(Guid.CreateVersion7());

    public static InvitationId From(Guid value) => new(value);
}

/// <summary>A link that works once: whoever signs in at the identity provider through it is from then on known as the account's person.</summary>
public sealed class Invitation
{
    private Invitation()
    {
    }

    public InvitationId Id { get; private set; }

    public AccountId Account { get; private set; }

    /// <summary>Of the secret in the link, which is shown once and kept nowhere.</summary>
    public string SecretHash { get; private set; } = "";

    public PersonId InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public static Invitation To(AccountId account, string secretHash, PersonId invitedBy, DateTimeOffset now, TimeSpan validFor) => new()
    {
        Id = InvitationId.New(),
        Account = account,
        SecretHash = secretHash,
        InvitedBy = invitedBy,
        CreatedAt = now,
        ExpiresAt = now + validFor,
    };

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

using Portal.Access;
using Portal.Domain.Rules;

namespace Portal.Data.SignIns;

/// <summary>Identifies one sign-in of one account.</summary>
public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId New() => new(Guid.CreateVersion7());

    public static SessionId From(Guid value) => new(value);
}

/// <summary>Who vouched for a person at a sign-in.</summary>
public enum SignInWay
{
    /// <summary>The identity provider.</summary>
    Provider,

    /// <summary>Nobody: a person chosen in Development.</summary>
    Persona,
}

/// <summary>Why a sign-in ended.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>Its person ended it from another place.</summary>
    EndedElsewhere,

    /// <summary>The same browser signed in anew.</summary>
    Replaced,

    /// <summary>An administrator ended it, or disabled the account.</summary>
    EndedByAdministrator,

    RoleChanged,

    /// <summary>The identity provider said that the person signed out there.</summary>
    EndedByProvider,

    /// <summary>Nobody ended it: it was unused for too long, or had lasted as long as one may.</summary>
    Expired,
}

/// <summary>
/// One sign-in. The browser holds a random key and the row only its hash, so that a copy of the database lets nobody in;
/// whoever ends the row ends the sign-in, wherever the key was copied to. No address is kept: where somebody was is nobody's business.
/// </summary>
public sealed class SignInSession
{
    public const int HashLength = 64;
    public const int DeviceLength = 60;
    public const int ProviderSessionLength = 200;

    private SignInSession()
    {
    }

    public SessionId Id { get; private set; }

    public string KeyHash { get; private set; } = "";

    public AccountId Account { get; private set; }

    /// <summary>The role at sign-in: in another role one signs in anew.</summary>
    public PortalRole Role { get; private set; }

    public SignInWay Way { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When the person last proved who they are; unknown where the provider does not say.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private set; }

    /// <summary>The provider's own name for the session (<c>sid</c>), by which it can end it.</summary>
    public string? ProviderSession { get; private set; }

    public string Device { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndedBecause { get; private set; }

    public static SignInSession Begin(AccountId account, PortalRole role, SignInProof proof, string keyHash, string device, DateTimeOffset now) => new()
    {
        Id = SessionId.New(),
        KeyHash = keyHash,
        Account = account,
        Role = role,
        Way = proof.Way,
        BeganAt = now,
        LastSeenAt = now,
        AuthenticatedAt = proof.AuthenticatedAt,
        ProviderSession = proof.ProviderSession,
        Device = device,
    };

    /// <summary>Ends it once: the first reason stays.</summary>
    public void End(SessionEnd because, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBecause) = (now, because);
        }
    }
}

/// <summary>What is known of how somebody proved who they are.</summary>
public sealed record SignInProof(SignInWay Way, DateTimeOffset? AuthenticatedAt, string? ProviderSession = null);

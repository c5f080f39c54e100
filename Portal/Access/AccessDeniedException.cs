using Portal.Audit;

namespace Portal.Access;

/// <summary>Why access was denied; the words are in RefusalText.</summary>
public enum AccessDenial
{
    /// <summary>Nobody is signed in, or the account is gone or disabled.</summary>
    NotSignedIn,

    /// <summary>A supervisor whose term has not begun or has ended (Article 17).</summary>
    NotInOffice,

    /// <summary>The role does not have the permission, or the matter is not this person's.</summary>
    NotPermitted,

    /// <summary>Permitted, but only to whoever proved a few minutes ago who they are.</summary>
    NotConfirmed,
}

/// <summary>Access was denied before anything was read or changed.</summary>
public sealed class AccessDeniedException(AccessDenial denial, string permission) : Exception($"{denial}: {permission}")
{
    public AccessDenial Denial { get; } = denial;

    public string Permission { get; } = permission;

    /// <summary>Whose sign-in it was, where it is worth nothing any more and one is known.</summary>
    public AuditedActor? Who { get; init; }

    /// <summary>The thing that was asked for, where one was.</summary>
    public object? Resource { get; init; }
}

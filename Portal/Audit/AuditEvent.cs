using System.Security.Claims;
using Portal.Access;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>Who an act is put down to.</summary>
public sealed record AuditedActor(AccountId? Account, PersonId? Person, PortalRole? Role, string? Session)
{
    public static AuditedActor Portal { get; } = new(null, null, null, null);

    public static AuditedActor Of(Actor actor) => Of(actor.Principal, actor.Person, actor.Role);

    /// <summary>Whose sign-in it is, whatever it is worth.</summary>
    public static AuditedActor Of(ClaimsPrincipal principal, PersonId? person, PortalRole? role) => new(
        Guid.TryParse(principal.FindFirstValue(PortalClaims.Account), out var account) ? AccountId.From(account) : null,
        person,
        role,
        principal.FindFirstValue(PortalClaims.Session));
}

/// <summary>Something to put down that is no change of a row: a reading, a denial, a sign-in.</summary>
public sealed record AuditEvent(AuditedActor Who, string Act, AuditOutcome Outcome)
{
    public AuditedObject? What { get; init; }

    public string? Reason { get; init; }

    /// <summary>Plain facts, such as a number of rows.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Facts { get; init; } = [];

    /// <summary>What may name people, sealed as what is known about the person who acted.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SealedFacts { get; init; } = [];
}

/// <summary>Acts that no permission names.</summary>
public static class AuditActs
{
    public const string SignIn = nameof(SignIn);
    public const string SignOut = nameof(SignOut);

    /// <summary>The identity provider said that somebody signed out there.</summary>
    public const string ProviderSignOut = nameof(ProviderSignOut);

    /// <summary>A sign-in ran out.</summary>
    public const string SignInExpired = nameof(SignInExpired);

    /// <summary>The portal itself, where nothing says which of its jobs.</summary>
    public const string Portal = nameof(Portal);

    /// <summary>What every office starts with, put in at a start.</summary>
    public const string PrepareOffice = nameof(PrepareOffice);

    /// <summary>The night's run of the retention schedule.</summary>
    public const string Retention = nameof(Retention);

    /// <summary>The virus scanner let a file through, or did not.</summary>
    public const string ScanFile = nameof(ScanFile);

    /// <summary>The fictional office of a developer.</summary>
    public const string FillDemonstration = nameof(FillDemonstration);

    /// <summary>Somebody without an account applied, supplemented or withdrew an application.</summary>
    public const string ApplyPublicly = nameof(ApplyPublicly);

    /// <summary>Somebody without an account objected to a person on a notice.</summary>
    public const string ObjectPublicly = nameof(ObjectPublicly);

    /// <summary>The end of the record was written into the anchor file. The row names the row that was the last, so that the record knows which lines the file must have.</summary>
    public const string AnchorRecord = nameof(AnchorRecord);
}

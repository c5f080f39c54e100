using Portal.Access;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>What became of an act.</summary>
public enum AuditOutcome
{
    Done,

    /// <summary>The guard, or the rule whose matter it is, let nobody through.</summary>
    Denied,

    /// <summary>It was tried and did not succeed, such as a sign-in with a wrong answer of the identity provider.</summary>
    Failed,
}

/// <summary>One row of the record: who did what, on which object, what it was before and after. Written once, never changed; each row seals the one before it.</summary>
public sealed class AuditEntry
{
    public const int ActLength = 60;
    public const int ObjectTypeLength = 60;
    public const int ObjectIdLength = 64;
    public const int ReasonLength = 500;
    public const int SessionLength = 64;

    /// <summary>Room for the longest texts of an object, sealed.</summary>
    public const int ValuesLength = 1_000_000;

    /// <summary>Counted by the chain from 1 without gaps. It is the order; the clock may go back.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>null</c>, with the two below: the portal itself.</summary>
    public AccountId? Account { get; init; }

    public PersonId? Person { get; init; }

    public PortalRole? Role { get; init; }

    /// <summary>The permission by which it was done, or a named act such as a sign-in.</summary>
    public required string Act { get; init; }

    public string? ObjectType { get; init; }

    public string? ObjectId { get; init; }

    /// <summary>What changed, as it was: compact JSON, of which protected values are sealed.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public required AuditOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    public string? Session { get; init; }

    /// <summary>The hash of the row before.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>See <see cref="AuditChain"/>.</summary>
    public byte[] Hash { get; internal set; } = [];
}

/// <summary>The last row of the chain. Whoever writes takes it first, so that there is one order.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = new byte[AuditChain.HashLength];
}

/// <summary>The key that the protected values about one subject of one month are sealed with, itself wrapped by the office's key. Deleting it erases them; the chain covers what is sealed and stays whole.</summary>
/// <remarks>A month of its own, so that what is old can be erased while what is new of the same subject stays legible.</remarks>
public sealed class AuditKey
{
    public const int NameLength = 16;

    public required Guid Subject { get; init; }

    /// <summary>Year and month in UTC, such as 202611; 0 of the keys from before there was one a month.</summary>
    public required int Month { get; init; }

    /// <summary>Random, and named by every value that it seals: whoever reads the record sees whether the key is still there, and of whom it was only as long as it is.</summary>
    public required string? Name { get; init; }

    /// <summary>The version of the office's key that wraps it.</summary>
    public required int KeyVersion { get; set; }

    public required byte[] Wrapped { get; set; }
}

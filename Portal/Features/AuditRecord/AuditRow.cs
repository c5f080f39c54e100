using Portal.Access;
using Portal.Audit;

namespace Portal.Features.AuditRecord;

/// <summary>A row of the record as this reader may know it.</summary>
/// <param name="Who"><c>null</c>: the portal itself, or somebody whom this reader may not know.</param>
/// <param name="IsWithheld">Somebody did it whom this reader may not know: whoever reported a finding (Article 14).</param>
public sealed record AuditRow(
    long Sequence, DateTimeOffset At, string? Who, PortalRole? Role, bool IsWithheld, string Act, string? ObjectType, string? ObjectId,
    AuditOutcome Outcome, string? Reason, IReadOnlyList<AuditChange> Changes);

/// <summary>One value that an act changed.</summary>
/// <param name="Before"><c>null</c> where there was none; sealed values are told by <paramref name="IsSealed"/> alone.</param>
/// <param name="IsErased">Sealed, and nobody can open it any more.</param>
public sealed record AuditChange(string Name, string? Before, string? After, bool IsSealed, bool IsErased = false);

/// <summary>Some rows, the newest first.</summary>
/// <param name="Older">The number below which the next page begins; <c>null</c> on the last.</param>
/// <param name="MayReveal">Whether this reader may ask for what is sealed.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Older, bool MayReveal)
{
    public const int Size = 50;
}

/// <summary>What there is to choose from.</summary>
public sealed record AuditChoices(IReadOnlyList<string> Acts, IReadOnlyList<string> Types);

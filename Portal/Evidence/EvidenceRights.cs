using Portal.Access;
using Portal.Data;

namespace Portal.Evidence;

/// <summary>What one reader may do with the files of one matter at this moment.</summary>
public sealed record EvidenceRights
{
    /// <summary>Where new files go: a draft that has become a finding passes them on.</summary>
    public required EvidenceOwner Owner { get; init; }

    /// <summary>Sees only what they added themselves: what others bring is not theirs to know.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>Opens copies without traces of who made them, never the original.</summary>
    public bool CopiesOnly { get; init; }

    /// <summary>Is told who added <see cref="EvidenceKind.Material"/>; who reported is protected from everybody else.</summary>
    public bool KnowsAuthors { get; init; }

    /// <summary>Is offered the copy for the agency beside the original.</summary>
    public bool GivesOut { get; init; }

    /// <summary>What may be added now; whoever added such a file may take it back.</summary>
    public IReadOnlyList<EvidenceKind> Adds { get; init; } = [];

    /// <summary>May take back what came from somebody without an account, at any time: it may be unlawful, and its sender cannot.</summary>
    public bool TakesBackVisitors { get; init; }

    /// <summary>Taking a file back needs a reason and leaves a trace; while a matter is not filed it does neither.</summary>
    public bool IsFiled { get; init; } = true;
}

/// <summary>A kind of matter that has files. The feature that owns the matter implements it; the store knows nothing of findings.</summary>
public interface IEvidenceOwner
{
    EvidenceMatter Matter { get; }

    /// <returns><c>null</c> when there is no such matter, or none for this reader: both look the same.</returns>
    Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken);
}

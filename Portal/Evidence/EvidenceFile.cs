using Portal.Domain.People;
using Portal.Evidence.Formats;

namespace Portal.Evidence;

/// <summary>A stored file: whose, what, and the key that opens it. Its name is kept sealed, because names tell as much as contents.</summary>
public sealed class EvidenceFile
{
    public const int StorageNameLength = 32;
    public const int SealedNameLength = 512;
    public const int WrappedKeyLength = 64;
    public const int ReasonLength = 500;

    public required EvidenceId Id { get; init; }

    public required EvidenceMatter Matter { get; set; }

    public required Guid Owner { get; set; }

    public required EvidenceKind Kind { get; init; }

    public required EvidenceFormat Format { get; init; }

    /// <summary>Bytes of the original.</summary>
    public required long Size { get; init; }

    public required EvidenceState State { get; set; }

    /// <summary><c>null</c>: somebody without an account, by the private link of what they sent in.</summary>
    public required PersonId? AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Random: says nothing to whoever lists the folder.</summary>
    public required string StorageName { get; init; }

    /// <summary>The original name, cleaned, under the file's own key.</summary>
    public required byte[] SealedName { get; init; }

    /// <summary>The file's own key under the office's key of <see cref="KeyVersion"/>; <c>null</c> once the file is erased, and then nobody reads it again, from no backup of the folder either.</summary>
    public required byte[]? WrappedKey { get; set; }

    public required int KeyVersion { get; set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public string? RemovalReason { get; private set; }

    public int Version { get; private set; }

    public bool CanBeOpened => State == EvidenceState.Accepted && RemovedAt is null && WrappedKey is not null;

    public void Remove(string reason, DateTimeOffset now) => (RemovedAt, RemovalReason) = (now, reason);

    /// <summary>Without its key the file is noise.</summary>
    public void Erase() => WrappedKey = null;
}

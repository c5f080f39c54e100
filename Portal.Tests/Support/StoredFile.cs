using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Evidence;
using Portal.Evidence.Formats;

namespace Portal.Tests.Support;

/// <summary>The row of a file with nothing behind it, for tests of who learns that there is one.</summary>
internal static class StoredFile
{
    public static EvidenceFile Of(FindingId finding, PersonId addedBy, DateTimeOffset at, byte[]? wrappedKey = null) => Of(new EvidenceOwner(EvidenceMatter.Finding, finding.Value), addedBy, at, wrappedKey);

    /// <param name="owner">What it belongs to.</param>
    /// <param name="addedBy"><c>null</c>: somebody without an account.</param>
    /// <param name="at">When.</param>
    /// <param name="wrappedKey">Without one the file is erased, and its name is not opened.</param>
    public static EvidenceFile Of(EvidenceOwner owner, PersonId? addedBy, DateTimeOffset at, byte[]? wrappedKey = null) => new()
    {
        Id = EvidenceId.New(),
        Matter = owner.Matter,
        Owner = owner.Id,
        Kind = EvidenceKind.Material,
        Format = EvidenceFormat.Jpeg,
        Size = 1,
        State = EvidenceState.Accepted,
        AddedBy = addedBy,
        AddedAt = at,
        StorageName = new string('a', EvidenceFile.StorageNameLength),
        SealedName = [1],
        WrappedKey = wrappedKey,
        KeyVersion = 1,
    };
}

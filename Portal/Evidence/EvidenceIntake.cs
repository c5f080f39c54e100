using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Data;
using Portal.Domain.People;
using Portal.Evidence.Cipher;
using Portal.Evidence.Formats;
using Portal.Evidence.Scanning;

namespace Portal.Evidence;

/// <summary>Where a file that was received belongs.</summary>
/// <param name="AddedBy"><c>null</c>: somebody without an account.</param>
internal readonly record struct EvidencePlace(EvidenceOwner Owner, EvidenceKind Kind, PersonId? AddedBy);

/// <summary>The one way in for bytes: encrypted as they come, checked, and spoken of in the database only when whoever sends them is still let.</summary>
internal sealed class EvidenceIntake(UnitOfWork work, EvidenceStore store, FileKeys keys, Quarantine quarantine, IOptions<EvidenceOptions> options, TimeProvider clock)
{
    /// <param name="limit">Bytes of a file of this kind.</param>
    /// <param name="place">Asked in the transaction that writes the row, with the size: minutes may have passed since the first byte.</param>
    /// <exception cref="EvidenceRefusedException">With the words why; nothing is left of it.</exception>
    public async Task<EvidenceState> TakeAsync(EvidenceUpload upload, Func<FormatRules, long> limit, Func<PortalDbContext, long, Task<EvidencePlace>> place, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(upload.Name);
        var rules = FormatTable.OfName(name);
        var (id, key) = (EvidenceId.New(), FileKeys.New());
        using var pending = await store.ReceiveAsync(id, key, upload.Content, limit(rules), cancellationToken);
        using (var content = pending.Open())
        {
            rules.CheckContent(content, options.Value);
        }

        pending.Keep();
        var (wrapped, version) = keys.Wrap(id, key);
        try
        {
            await work.WriteAsync(
                async db =>
                {
                    var (owner, kind, addedBy) = await place(db, pending.Size);
                    db.Evidence.Add(new EvidenceFile
                    {
                        Id = id,
                        Matter = owner.Matter,
                        Owner = owner.Id,
                        Kind = kind,
                        Format = rules.Format,
                        Size = pending.Size,
                        State = options.Value.Scans ? EvidenceState.Quarantined : EvidenceState.Accepted,
                        AddedBy = addedBy,
                        AddedAt = clock.GetUtcNow(),
                        StorageName = pending.StorageName,
                        SealedName = FileKeys.SealName(id, key, name),
                        WrappedKey = wrapped,
                        KeyVersion = version,
                    });
                },
                cancellationToken);
        }
        catch (Exception refused) when (refused is EvidenceRefusedException or AccessDeniedException)
        {
            // Certainly no row. After any other failure there may be one; the sweeper knows tomorrow.
            store.Erase(pending.StorageName);
            throw;
        }

        return options.Value.Scans ? await ScanAsync(id, cancellationToken) : EvidenceState.Accepted;
    }

    private async Task<EvidenceState> ScanAsync(EvidenceId id, CancellationToken cancellationToken) =>
        await quarantine.ScanAsync(id, cancellationToken) is var state and not EvidenceState.Refused ? state : throw Refusals.Infected();
}

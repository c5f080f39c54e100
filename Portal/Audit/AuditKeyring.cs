using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Audit;

/// <summary>What may happen to the keys of subjects: they move to a newer key of the office, and they are deleted.</summary>
public static class AuditKeyring
{
    private const int AtOnce = 500;

    /// <summary>Wraps some keys anew that an older version of the office's key wraps. To be called until it finds none.</summary>
    /// <returns>How many were moved.</returns>
    public static async Task<int> RewrapAuditKeysAsync(this PortalDbContext db, DataKeys keys, int atMost, CancellationToken cancellationToken)
    {
        var old = await db.AuditKeys.Where(k => k.KeyVersion != keys.Current).OrderBy(k => k.Subject).ThenBy(k => k.Month).Take(atMost).ToListAsync(cancellationToken);
        foreach (var key in old)
        {
            key.Wrapped = AuditSeals.Wrap(key.Subject, AuditSeals.Unwrap(key, keys), keys);
            key.KeyVersion = keys.Current;
        }

        return old.Count;
    }

    /// <summary>Erases what the record keeps sealed about a subject. Its rows stay, and the chain verifies as before.</summary>
    public static async Task EraseFromAuditAsync(this PortalDbContext db, Guid subject, CancellationToken cancellationToken)
    {
        db.AuditKeys.RemoveRange(await db.AuditKeys.Where(k => k.Subject == subject).ToListAsync(cancellationToken));
    }

    /// <summary>Which of the keys that sealed values name are gone: nobody reads those values any more.</summary>
    public static async Task<IReadOnlySet<string>> ErasedKeysAsync(this PortalDbContext db, IReadOnlyCollection<string> named, CancellationToken cancellationToken)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in named.Chunk(AtOnce))
        {
            left.UnionWith(await db.AuditKeys.Where(k => some.Contains(k.Name)).Select(k => k.Name!).ToListAsync(cancellationToken));
        }

        return named.Where(name => !left.Contains(name)).ToHashSet(StringComparer.Ordinal);
    }
}

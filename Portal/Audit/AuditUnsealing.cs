using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Audit;

/// <summary>Opens what the record keeps sealed.</summary>
internal static class AuditUnsealing
{
    /// <returns><c>null</c> when the subject was erased: nobody can read it any more.</returns>
    public static async Task<string?> ReadAsync(PortalDbContext db, DataKeys keys, Guid subject, string sealedText, CancellationToken cancellationToken)
    {
        var name = AuditSeals.NameIn(sealedText);
        var found = db.AuditKeys.AsNoTracking().Where(k => k.Subject == subject && (name == null ? k.Month == 0 : k.Name == name));
        if (await found.SingleOrDefaultAsync(cancellationToken) is not { } key)
        {
            return null;
        }

        using var open = new AesGcm(AuditSeals.Unwrap(key, keys), AuditSeals.TagLength);
        return AuditSeals.Unseal(open, sealedText);
    }
}

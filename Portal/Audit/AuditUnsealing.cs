using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.Appointments;

namespace Portal.Audit;

/// <summary>Opens what the record keeps sealed.</summary>
internal static class AuditUnsealing
{
    /// <returns><c>null</c> when the subject was erased: nobody can read it any more.</returns>
    public static async Task<string?> ReadAsync(PortalDbContext db, DataKeys keys, Guid subject, string sealedText, CancellationToken cancellationToken) =>
        Open(await KeysAsync(db, keys, [subject], cancellationToken), sealedText);

    /// <summary>The keys of everybody whom a row may be about. It does not name its subject, so that nothing but a key tells.</summary>
    public static async Task<IReadOnlyList<byte[]>> KeysOfAsync(PortalDbContext db, DataKeys keys, AuditEntry row, CancellationToken cancellationToken)
    {
        // A term or a recusal is about its person, who stands in the row that made it.
        var made = row.ObjectId is null ? null : await db.AuditEntries.AsNoTracking()
            .Where(e => e.ObjectId == row.ObjectId && e.Before == null && e.After != null)
            .OrderBy(e => e.Sequence).Select(e => e.After).FirstOrDefaultAsync(cancellationToken);
        Guid?[] subjects = [AuditSeals.Office, row.Person?.Value, Guid.TryParse(row.ObjectId, out var id) ? id : null, PersonIn(row.Before), PersonIn(row.After), PersonIn(made)];
        return await KeysAsync(db, keys, [.. subjects.OfType<Guid>().Distinct()], cancellationToken);
    }

    /// <returns><c>null</c> when none of the keys is the one: it was erased.</returns>
    public static string? Open(IReadOnlyList<byte[]> keys, string sealedText)
    {
        foreach (var key in keys)
        {
            using var open = new AesGcm(key, AuditSeals.TagLength);
            try
            {
                return AuditSeals.Unseal(open, sealedText);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Another subject's.
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<byte[]>> KeysAsync(PortalDbContext db, DataKeys keys, List<Guid> subjects, CancellationToken cancellationToken) =>
        [.. (await db.AuditKeys.AsNoTracking().Where(k => subjects.Contains(k.Subject)).ToListAsync(cancellationToken)).Select(k => AuditSeals.Unwrap(k, keys))];

    private static Guid? PersonIn(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(nameof(Appointment.Person), out var person) && person.ValueKind == JsonValueKind.String && person.TryGetGuid(out var id) ? id : null;
    }
}

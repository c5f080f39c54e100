using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>What is done to the audit record past the portal, in the language of either database.</summary>
internal static class Tampering
{
    private static readonly string[] s_embedded = [$"{AppendOnly.Entries}_UPDATE", $"{AppendOnly.Entries}_DELETE", $"{AppendOnly.Entries}_INSERT", $"{AppendOnly.Head}_UPDATE", $"{AppendOnly.Head}_DELETE"];

    /// <summary>From now on nothing can be written into the record, as when its disk is full.</summary>
    public static Task FillAsync(PortalDbContext db, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(
        db.Database.IsSqlite()
            ? "CREATE TRIGGER NoRoom BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            : "CREATE TRIGGER NoRoom ON AuditEntries AFTER INSERT AS THROW 51000, 'disk full', 1",
        cancellationToken);

    /// <summary>The statements that take away what keeps the record append-only.</summary>
    public static string WithoutTriggers(PortalDbContext db) =>
        string.Concat((db.Database.IsSqlite() ? s_embedded : [AppendOnly.Entries, AppendOnly.Head]).Select(trigger => $"DROP TRIGGER {trigger};"));
}

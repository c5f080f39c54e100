using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Audit;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Audit;

/// <summary>An office's record from before there was a key a month stays legible, and append-only.</summary>
public sealed class AuditKeyMigrationTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7():N}.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Its_keys_are_kept_and_its_triggers_too()
    {
        var subject = Guid.CreateVersion7();
        await using var db = new SqlitePortalDbContext(
            new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ToString()).Options, TestKeys.Cipher);
        await db.GetService<IMigrator>().MigrateAsync("Foundation", Stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO AuditKeys (Subject, KeyVersion, Wrapped) VALUES ({subject}, 1, {new byte[60]})", Stop);

        await db.Database.MigrateAsync(Stop);

        var key = await db.AuditKeys.SingleAsync(Stop);
        Assert.Equal((subject, 0, null, 1), (key.Subject, key.Month, key.Name, key.KeyVersion));
        Assert.Equal(60, key.Wrapped.Length);
        var triggers = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(Stop);
        Assert.Equal(5, triggers.Count(t => t.StartsWith(AppendOnly.Entries, StringComparison.Ordinal) || t.StartsWith(AppendOnly.Head, StringComparison.Ordinal)));
        var indexes = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'AuditKeys' AND name LIKE 'IX%'").ToListAsync(Stop);
        Assert.Equal(["IX_AuditKeys_KeyVersion", "IX_AuditKeys_Month", "IX_AuditKeys_Name"], indexes.Order(StringComparer.Ordinal));
    }
}

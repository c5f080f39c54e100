using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Audit;

/// <summary>What keeps the record append-only in the database itself: triggers, called from a migration of each provider.</summary>
public static class AppendOnly
{
    public const string Entries = "AuditEntries_AppendOnly";
    public const string Head = "AuditHead_Forward";

    /// <remarks>A row enters behind the last one only; INSERT OR REPLACE would take another's place without a deletion.</remarks>
    public static void AppendOnlyOnSqlite(this MigrationBuilder migration)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"CREATE TRIGGER {Entries}_{act} BEFORE {act} ON AuditEntries BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;");
        }

        migration.Sql($"CREATE TRIGGER {Entries}_INSERT BEFORE INSERT ON AuditEntries WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Sequence >= NEW.Sequence) BEGIN SELECT RAISE(ABORT, 'the audit record grows at its end'); END;");
        migration.Sql($"CREATE TRIGGER {Head}_UPDATE BEFORE UPDATE ON AuditHead WHEN NEW.Sequence < OLD.Sequence BEGIN SELECT RAISE(ABORT, 'the audit record does not shrink'); END;");
        migration.Sql($"CREATE TRIGGER {Head}_DELETE BEFORE DELETE ON AuditHead BEGIN SELECT RAISE(ABORT, 'the audit record does not shrink'); END;");
    }

    // In a string of its own: a trigger must be alone in its batch, and an idempotent script puts a condition before everything.
    public static void AppendOnlyOnSqlServer(this MigrationBuilder migration)
    {
        migration.Sql($"EXEC(N'CREATE TRIGGER [{Entries}] ON [AuditEntries] INSTEAD OF UPDATE, DELETE AS BEGIN SET NOCOUNT ON; THROW 51000, N''the audit record is append-only'', 1; END')");
        migration.Sql($"EXEC(N'CREATE TRIGGER [{Head}] ON [AuditHead] AFTER UPDATE, DELETE AS BEGIN SET NOCOUNT ON; IF EXISTS (SELECT 1 FROM deleted d LEFT JOIN inserted i ON i.[Id] = d.[Id] WHERE i.[Id] IS NULL OR i.[Sequence] < d.[Sequence]) THROW 51000, N''the audit record does not shrink'', 1; END')");
    }
}

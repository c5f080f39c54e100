using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Reads, decides and saves in one transaction, so that the facts a rule was asked about are still true when its outcome is stored. The whole is tried again when the database was busy.</summary>
/// <remarks>SQLite begins with BEGIN IMMEDIATE: a transaction that starts by reading and then wants to write fails for ever under load, one that waits for its turn does not.</remarks>
public sealed class UnitOfWork(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Attempts = 3;
    private const int SqlServerDeadlock = 1205;

    public Task WriteAsync(Func<PortalDbContext, Task> work, CancellationToken cancellationToken = default) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            cancellationToken);

    public async Task<T> WriteAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await work(db);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < Attempts && IsBusy(exception))
            {
                // Nothing of the attempt is kept: the next one reads everything anew.
            }
        }
    }

    private static bool IsBusy(Exception exception) => (exception is DbUpdateException update ? update.InnerException : exception) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED,
        SqlException sql => sql.Number == SqlServerDeadlock,
        _ => false,
    };
}

using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Reads, decides and saves in one transaction, so that the facts a rule was asked about are still true when its outcome is stored. The whole is tried again when somebody else was quicker.</summary>
/// <remarks>
/// Serializable is BEGIN IMMEDIATE on SQLite: a transaction that starts by reading and then wants to write fails for ever under load, one that waits for its turn does not.
/// On SQL Server it keeps what was read from changing under the decision; of two that would, one is chosen to try again.
/// </remarks>
public sealed class UnitOfWork(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Attempts = 3;

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
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var result = await work(db);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < Attempts && IsLost(exception))
            {
                // Nothing of the attempt is kept: the next one reads everything anew.
            }
        }
    }

    private static bool IsLost(Exception exception) => LostRace.IsBusy(exception) || LostRace.IsDuplicate(exception) || LostRace.IsForANumber(exception);
}

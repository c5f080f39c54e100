using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Audit;

namespace Portal.Live;

/// <summary>Beats the pulse once a save is visible to others: after the commit, or after a save that needed no transaction. That somebody read is no change: pages that follow would read again for ever.</summary>
public sealed class PulseOnSave(ChangePulse pulse) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        BeatUnlessInTransaction(eventData);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        BeatUnlessInTransaction(eventData);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Beat();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Beat();
        return Task.CompletedTask;
    }

    private void BeatUnlessInTransaction(SaveChangesCompletedEventData eventData)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Beat();
        }
    }

    private void Beat()
    {
        if (!AuditScope.IsQuiet)
        {
            pulse.Beat();
        }
    }
}

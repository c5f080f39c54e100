using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data;

/// <summary>Does something to what is about to be saved, whichever way it is saved.</summary>
internal abstract class ChangesOnSave : SaveChangesInterceptor
{
    public sealed override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Change(eventData.Context!);
        return result;
    }

    public sealed override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Change(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    protected abstract void Change(DbContext db);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>The same database, with every reading command counted.</summary>
internal sealed class CountingContexts(PortalDb portal) : DbCommandInterceptor, IDbContextFactory<PortalDbContext>
{
    private int _count;

    public int Count => _count;

    public PortalDbContext CreateDbContext()
    {
        using var db = portal.CreateDbContext();
        return PortalDb.Beside(db, TestKeys.Cipher, this);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}

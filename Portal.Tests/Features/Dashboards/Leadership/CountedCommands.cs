using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards.Leadership;

/// <summary>The same database, with every reading command counted.</summary>
internal sealed class CountedCommands(PortalDb portal) : DbCommandInterceptor, IDbContextFactory<PortalDbContext>
{
    public int Count { get; private set; }

    public PortalDbContext CreateDbContext()
    {
        using var db = portal.CreateDbContext();
        var connection = db.Database.GetConnectionString()!;
        return db is SqlitePortalDbContext
            ? new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(connection).AddInterceptors(this).Options)
            : new SqlServerPortalDbContext(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer(connection).AddInterceptors(this).Options);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return ValueTask.FromResult(result);
    }
}

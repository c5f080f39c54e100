using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data.Seeding;

namespace Portal.Data;

public static partial class DatabasePreparation
{
    /// <summary>Brings the database to the model and puts in what every office starts with. SQL Server is migrated by whoever deploys, unless told otherwise.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync())
        {
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                await DatabaseFile.EnsureAsync(db.Database.GetConnectionString()!);
            }

            // Asked first: migrating builds every older model again, only to find nothing to do.
            if ((options.Provider == DatabaseProvider.Sqlite || options.MigrateOnStart) && (await db.Database.GetPendingMigrationsAsync()).Any())
            {
                await db.Database.MigrateAsync();
            }

            if (options.Provider == DatabaseProvider.SqlServer && !await db.Database.SqlQuery<bool>(SqlServerPortalDbContext.ReadsDoNotWait).SingleAsync())
            {
                LogReadsWait(app.Logger);
            }
        }

        await new ProtectedRows(services.GetRequiredService<IDbContextFactory<PortalDbContext>>()).ProtectAsync(CancellationToken.None);
        AuditScope.PortalActs(AuditActs.PrepareOffice);
        await services.GetRequiredService<UnitOfWork>().WriteAsync(db => ReferenceData.EnsureAsync(db, CancellationToken.None));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database has READ_COMMITTED_SNAPSHOT off: pages will wait for whoever writes. ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON puts it on.")]
    private static partial void LogReadsWait(ILogger logger);
}

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Data;
using Portal.Evidence;

namespace Portal.Configuration;

/// <summary>What whoever watches the portal asks: whether it lives, and whether it can work. Answers one word, since anybody may ask.</summary>
internal static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<CanWork>(nameof(CanWork));
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        var ready = new HealthCheckOptions { ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable } };
        app.MapHealthChecks("/health/ready", ready).AllowAnonymous().DisableRateLimiting();
    }
}

/// <summary>Not while stopping, so that nobody new is sent here; and only when a write would succeed, since a full disk still reads.</summary>
internal sealed class CanWork(IDbContextFactory<PortalDbContext> contexts, EvidenceFolder files, IHostApplicationLifetime life) : IHealthCheck
{
    private const long RoomWanted = 8 * 1024 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            // Not ready and not broken: nobody is to be woken by the log.
            return HealthCheckResult.Degraded();
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.Database.SetCommandTimeout(s_patience);
            await db.Database.OpenConnectionAsync(cancellationToken);
            return await CanWriteAsync(db, cancellationToken) && HasRoom(files.Path) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception: broken);
        }
    }

    /// <summary>A change that changes nothing, committed: it needs the lock, a database that may be written, and room in its log.</summary>
    private static async Task<bool> CanWriteAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            // Waits no longer for the lock than for anything else.
            sqlite.DefaultTimeout = (int)s_patience.TotalSeconds;
            if (await db.Database.SqlQuery<long>($"SELECT (max_page_count - page_count + freelist_count) * page_size AS Value FROM pragma_max_page_count, pragma_page_count, pragma_freelist_count, pragma_page_size").SingleAsync(cancellationToken) < RoomWanted
                || (Path.GetDirectoryName(sqlite.DataSource) is { Length: > 0 } folder && !HasRoom(folder)))
            {
                return false;
            }
        }

        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        await db.CalendarDays.ExecuteUpdateAsync(set => set.SetProperty(d => d.Kind, d => d.Kind), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static bool HasRoom(string folder) => !Directory.Exists(folder) || new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace >= RoomWanted;
}

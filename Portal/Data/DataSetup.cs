using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Live;

namespace Portal.Data;

public static class DataSetup
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, DatabaseProvider provider)
    {
        services.AddSingleton<UnitOfWork>().AddSingleton<PlainTextOnSave>().AddSingleton<VersionOnSave>().AddSingleton<OfficeFacts>();
        return provider switch
        {
            DatabaseProvider.SqlServer => services
                .AddDbContextFactory<SqlServerPortalDbContext>((s, options) => options
                    .UseOfficeSqlServer(Options(s).ConnectionString, Options(s).CommandTimeoutSeconds)
                    .WithPortalInterceptors(s))
                .AddSingleton<IDbContextFactory<PortalDbContext>, ContextFactory<SqlServerPortalDbContext>>(),
            DatabaseProvider.Sqlite => services
                .AddDbContextFactory<SqlitePortalDbContext>((s, options) => options
                    .UseSqlite(SqliteConnectionOf(s), sqlite => sqlite.CommandTimeout(Options(s).CommandTimeoutSeconds))
                    .AddInterceptors(new DatabaseFile())
                    .WithPortalInterceptors(s))
                .AddSingleton<IDbContextFactory<PortalDbContext>, ContextFactory<SqlitePortalDbContext>>(),
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        };
    }

    public static DbContextOptionsBuilder WithPortalInterceptors(this DbContextOptionsBuilder options, IServiceProvider services) =>
        options.AddInterceptors(new SecureDelete(), services.GetRequiredService<PlainTextOnSave>(), services.GetRequiredService<VersionOnSave>(), services.GetRequiredService<AuditOnSave>(), services.GetRequiredService<PulseOnSave>());

    /// <summary>SQL Server as the portal speaks to it.</summary>
    /// <remarks>Its errors arrive as they are: by default the provider wraps those that might pass in another exception, and neither a lost race nor a server that is away would be known again.</remarks>
    internal static DbContextOptionsBuilder UseOfficeSqlServer(this DbContextOptionsBuilder options, string? connection, int? commandTimeoutSeconds = null) => options
        .UseSqlServer(connection, sql => sql.CommandTimeout(commandTimeoutSeconds).ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
        .AddInterceptors(new CancelledCommands());

    private static DatabaseOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    internal static string SqliteConnectionOf(IServiceProvider services)
    {
        var configured = Options(services).ConnectionString;
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return configured;
        }

        var folder = Path.Combine(
            services.GetRequiredService<IHostEnvironment>().ContentRootPath,
            services.GetRequiredService<IOptions<PortalOptions>>().Value.DataFolder);
        Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "portal.db") }.ToString();
    }

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<PortalDbContext>
        where TContext : PortalDbContext
    {
        public PortalDbContext CreateDbContext() => inner.CreateDbContext();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where the portal keeps its rows.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Portal:Database";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Empty: for SQLite <c>portal.db</c> in the data folder.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>SQL Server only: apply migrations at start. SQLite always does, since there is nobody else to do it.</summary>
    public bool MigrateOnStart { get; init; }

    /// <summary>Seconds after which a command gives up.</summary>
    [Range(1, 600)]
    public int CommandTimeoutSeconds { get; init; } = 15;
}

[OptionsValidator]
internal sealed partial class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>;

internal sealed class DatabaseConnectionValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        options.Provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)} is required with {nameof(DatabaseProvider.SqlServer)}.")
            : ValidateOptionsResult.Success;
}

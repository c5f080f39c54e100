using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data;

/// <summary>
/// Watches that the embedded database's file is where it belongs. Without this a file that was moved away would be written on under its old handles, to be missed at the next start,
/// and a new connection would begin an empty one in its place.
/// </summary>
internal sealed class DatabaseFile : DbConnectionInterceptor
{
    private const string NotThere = "The database file is not there.";

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Demand(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Demand(connection);
        return ValueTask.FromResult(result);
    }

    /// <summary>Only at start may there be none yet. A copy that was put back as a backup left it writes ahead again.</summary>
    public static async Task EnsureAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = wal";
        await command.ExecuteNonQueryAsync();
    }

    private static void Demand(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite && Path.IsPathFullyQualified(sqlite.DataSource) && !File.Exists(sqlite.DataSource))
        {
            SqliteConnection.ClearPool(sqlite);
            throw new SqliteException(NotThere, SQLitePCL.raw.SQLITE_CANTOPEN);
        }
    }
}

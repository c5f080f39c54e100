using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Failures that say only that somebody else was quicker, in the codes of both providers.</summary>
public static class LostRace
{
    private const int SqlServerDeadlock = 1205;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>A row with the same unique value was stored meanwhile: whoever decides anew sees it.</summary>
    public static bool IsDuplicate(Exception exception) => exception is DbUpdateException { InnerException: { } inner } && inner switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        SqlException sql => sql.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
        _ => false,
    };

    /// <summary>The database could not serve both at once.</summary>
    public static bool IsBusy(Exception exception) => (exception is DbUpdateException update ? update.InnerException : exception) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED,
        SqlException sql => sql.Number == SqlServerDeadlock,
        _ => false,
    };

    /// <summary>Two took the same number at the same time. No person saw it, so that nobody need be told: the next one is taken.</summary>
    public static bool IsForANumber(Exception exception) =>
        exception is DbUpdateConcurrencyException { Entries: { Count: > 0 } entries } && entries.All(e => e.Entity is NumberSeries);
}

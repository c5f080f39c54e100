using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static SQLitePCL.raw;

namespace Portal.Data;

/// <summary>Why the database or its disk cannot serve now. Nobody's mistake and nothing to report: it is told in words, and passes without a restart.</summary>
public enum StorageTrouble
{
    /// <summary>No room, or not writable: what is there can still be read.</summary>
    Full,

    /// <summary>Somebody else has it, longer than a person should be kept waiting.</summary>
    Busy,

    /// <summary>It cannot be reached at all.</summary>
    Away,
}

/// <summary>Tells such trouble from failures, in the codes of both providers and of the disk.</summary>
public static class StorageTroubles
{
    /// <summary>Fatal to the connection: the server is gone, or is going.</summary>
    private const int SqlServerConnectionLost = 20;

    private const int UnixNoSpace = 28;
    private const int UnixQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static StorageTrouble? Of(Exception? exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        SqliteException sqlite => Of(sqlite),
        SqlException sql => Of(sql),
        IOException { HResult: UnixNoSpace or UnixQuota or WindowsDiskFull or WindowsHandleDiskFull } => StorageTrouble.Full,
        _ => null,
    };

    private static StorageTrouble? Of(SqliteException sqlite) => sqlite.SqliteErrorCode switch
    {
        SQLITE_FULL or SQLITE_READONLY => StorageTrouble.Full,
        SQLITE_IOERR when sqlite.SqliteExtendedErrorCode is SQLITE_IOERR_WRITE or SQLITE_IOERR_FSYNC or SQLITE_IOERR_DIR_FSYNC or SQLITE_IOERR_TRUNCATE or SQLITE_IOERR_SHMSIZE => StorageTrouble.Full,
        SQLITE_BUSY or SQLITE_LOCKED => StorageTrouble.Busy,
        SQLITE_CANTOPEN or SQLITE_IOERR or SQLITE_PERM => StorageTrouble.Away,
        _ => null,
    };

    private static StorageTrouble? Of(SqlException sql) => sql.Number switch
    {
        // The file group or its log is full; the database is read-only.
        1101 or 1105 or 9002 or 3906 => StorageTrouble.Full,
        // A deadlock, a lock that was waited for too long, a command that took too long.
        1205 or 1222 or -2 => StorageTrouble.Busy,
        // The database is closed or just starting.
        4060 or 904 or 927 or 942 or 40613 => StorageTrouble.Away,
        _ => sql.Class >= SqlServerConnectionLost ? StorageTrouble.Away : null,
    };
}

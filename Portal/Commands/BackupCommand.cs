using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence;

namespace Portal.Commands;

/// <summary>A whole copy of the embedded database and of the files, while the portal is in use. It needs no keys and holds none: without them nobody reads what is protected in it.</summary>
internal sealed class BackupCommand(IServiceProvider services) : IPortalCommand
{
    /// <summary>What the copies are called; a data folder has the same names.</summary>
    public const string Database = "portal.db";
    public const string Files = "evidence";
    public const string Anchors = "audit-anchor.log";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    public string Name => "backup";

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var given])
        {
            await output.WriteLineAsync($"{Name} FOLDER");
            return 1;
        }

        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.SqlServer)
        {
            await output.WriteLineAsync("SQL Server backs itself up: BACKUP DATABASE … TO DISK … WITH CHECKSUM first, then a copy of the folder of files (docs/operations.md).");
            return 1;
        }

        var live = new SqliteConnectionStringBuilder(DataSetup.SqliteConnectionOf(services));
        var folder = Path.GetFullPath(given);
        if (!File.Exists(live.DataSource))
        {
            await output.WriteLineAsync($"{live.DataSource}: there is no database to back up.");
            return 1;
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            await output.WriteLineAsync($"{folder}: is not empty. No backup is written over another.");
            return 1;
        }

        return await CopyAsync(output, live, folder, cancellationToken);
    }

    // Files before the rows: one that is taken back meanwhile is there for its row. Then the files that came meanwhile, and the anchors as far as the rows go.
    private async Task<int> CopyAsync(TextWriter output, SqliteConnectionStringBuilder live, string folder, CancellationToken cancellationToken)
    {
        CreateFolder(Path.Combine(folder, Files));
        var source = services.GetRequiredService<EvidenceFolder>().Path;
        if (Directory.Exists(source))
        {
            foreach (var file in Directory.EnumerateFiles(source, "*" + EvidenceStore.Stored))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Copy(file, Path.Combine(folder, Files, Path.GetFileName(file)));
            }
        }

        var copy = Path.Combine(folder, Database);
        await CopyRowsAsync(live, copy, cancellationToken);
        var (names, last) = await ReadAsync(copy, cancellationToken);
        await CopyAnchorsAsync(folder, last, cancellationToken);
        var missing = names.Count(name => !IsCopied(source, Path.Combine(folder, Files), name + EvidenceStore.Stored));
        var disk = services.GetRequiredService<IDiskFiles>();
        disk.SyncFolder(Path.Combine(folder, Files));
        disk.SyncFolder(folder);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{folder}: {new FileInfo(copy).Length / 1024} KB of rows up to row {last} of the audit record, {names.Count - missing} files. The keys are not in it."));
        if (missing > 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{missing} files have a row and are not in {source}: they were lost before this backup."));
        }

        return missing == 0 ? 0 : 1;
    }

    /// <summary>Every line of which the copied record says that it was written, and none that is younger than it.</summary>
    private async Task CopyAnchorsAsync(string folder, long lastRow, CancellationToken cancellationToken)
    {
        var anchors = AuditSetup.AnchorPath(services);
        if (File.Exists(anchors))
        {
            await using var target = Create(Path.Combine(folder, Anchors));
            await target.WriteAsync(Encoding.UTF8.GetBytes(AnchorFile.UpTo(await File.ReadAllTextAsync(anchors, cancellationToken), lastRow)), cancellationToken);
            target.Flush(flushToDisk: true);
        }
    }

    /// <summary>One moment of the database, written as a database of its own; writers go on meanwhile.</summary>
    private static async Task CopyRowsAsync(SqliteConnectionStringBuilder live, string copy, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = live.DataSource, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync(cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, OwnerOnly);
        }

        await using var written = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task<(List<string> Names, long LastRow)> ReadAsync(string copy, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT StorageName FROM Evidence WHERE WrappedKey IS NOT NULL";
        var names = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                names.Add(reader.GetString(0));
            }
        }

        command.CommandText = "SELECT coalesce(max(Sequence), 0) FROM AuditEntries";
        return (names, (long)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    private static bool IsCopied(string source, string target, string name)
    {
        if (!File.Exists(Path.Combine(target, name)))
        {
            Copy(Path.Combine(source, name), Path.Combine(target, name));
        }

        return File.Exists(Path.Combine(target, name));
    }

    private static void Copy(string from, string to)
    {
        FileStream source;
        try
        {
            source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // Taken back since it was listed.
        }

        using (source)
        {
            using var target = Create(to);
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnersFolder);
        Directory.CreateDirectory(path, OwnersFolder);
    }
}

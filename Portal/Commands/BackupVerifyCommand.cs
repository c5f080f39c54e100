using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Evidence;
using Portal.Evidence.Cipher;

namespace Portal.Commands;

/// <summary>The drill that shows whether a backup is worth anything: reads the copy of the database, verifies its record and opens every file with the office's keys. Changes nothing in it.</summary>
internal sealed class BackupVerifyCommand(IServiceProvider services) : IPortalCommand
{
    public string Name => "backup verify";

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var given])
        {
            await output.WriteLineAsync($"{Name} FOLDER");
            return 1;
        }

        var folder = Path.GetFullPath(given);
        var copy = Path.Combine(folder, BackupCommand.Database);
        if (!File.Exists(copy))
        {
            await output.WriteLineAsync($"{copy}: there is no such file.");
            return 1;
        }

        var contexts = new Copy(copy, services.GetRequiredService<FieldCipher>());
        await using var db = contexts.CreateDbContext();
        var integrity = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").FirstAsync(cancellationToken);
        await output.WriteLineAsync($"Database: {integrity}.");
        var keys = services.GetRequiredService<DataKeys>();
        var verdict = await new AuditVerifier(contexts, keys, new AnchorFile(Path.Combine(folder, BackupCommand.Anchors), keys), services.GetRequiredService<TimeProvider>()).VerifyAsync(cancellationToken);
        await output.WriteLineAsync(VerifyAuditCommand.Say(verdict));
        var (whole, damaged) = await OpenFilesAsync(db, folder, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Files: {whole} open with these keys, {damaged} do not."));
        return integrity == "ok" && verdict.IsWhole && damaged == 0 ? 0 : 1;
    }

    private async Task<(int Whole, int Damaged)> OpenFilesAsync(PortalDbContext db, string folder, CancellationToken cancellationToken)
    {
        var store = new EvidenceStore(new EvidenceFolder(Path.Combine(folder, BackupCommand.Files)), services.GetRequiredService<IDiskFiles>());
        var keys = services.GetRequiredService<FileKeys>();
        var (whole, damaged) = (0, 0);
        await foreach (var file in db.Evidence.AsNoTracking().Where(f => f.WrappedKey != null).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            try
            {
                await using var content = store.Open(file, keys.Unwrap(file));
                await content.CopyToAsync(Stream.Null, cancellationToken);
                whole++;
            }
            catch (Exception unreadable) when (unreadable is DamagedEvidenceException or KeyNotFoundException)
            {
                damaged++;
            }
        }

        return (whole, damaged);
    }

    private sealed class Copy(string path, FieldCipher cipher) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => new SqlitePortalDbContext(
            new DbContextOptionsBuilder<SqlitePortalDbContext>()
                .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
                .Options,
            cipher);
    }
}

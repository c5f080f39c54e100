using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Data;

namespace Portal.Features.Import;

/// <summary>A workbook that was read and checked; handed back to commit exactly what was shown.</summary>
public sealed class ImportCheck
{
    internal ImportCheck(string fileName, LedgerWorkbook workbook, ImportReport report) => (FileName, Workbook, Report) = (fileName, workbook, report);

    public string FileName { get; }

    public ImportReport Report { get; }

    internal LedgerWorkbook Workbook { get; }
}

/// <summary>What became of a commit. When it was not written, the report says why.</summary>
public sealed record ImportOutcome(bool Written, ImportReport Report);

/// <summary>Takes over the office's ledger: look first, then all or nothing.</summary>
public sealed class ImportService(
    UnitOfWork work, IDbContextFactory<PortalDbContext> contexts, AccessGuard access, OfficeFacts office, TimeProvider clock, IOptions<ImportOptions> options)
{
    /// <summary>Reads a workbook and says what it would change. Writes nothing.</summary>
    public async Task<ImportCheck> CheckAsync(Stream file, string fileName, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ImportLedger, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        var workbook = await LedgerImport.ReadAsync(file, options.Value, clock, settings.RejectUnassignedArea, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new ImportCheck(fileName, workbook, await Task.Run(() => LedgerImport.ApplyAsync(db, workbook, clock, cancellationToken: cancellationToken), cancellationToken));
    }

    /// <summary>Writes what was checked, in one transaction. The database may have changed since: the whole is planned anew inside, and an error there writes nothing.</summary>
    public async Task<ImportOutcome> CommitAsync(ImportCheck check, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Away from the circuit: its page is to show the progress while the embedded database, which knows no waiting, works.
        return await Task.Run(
            () => work.WriteAsync(
                async db =>
                {
                    await access.DemandAsync(Permissions.ImportLedger, cancellationToken: cancellationToken);
                    return await WriteAsync(db, check.Workbook, progress, cancellationToken);
                },
                cancellationToken),
            cancellationToken);
    }

    /// <summary>The ledger of a made-up office, to try the import with.</summary>
    public async Task<Stream> SampleAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ImportLedger, cancellationToken: cancellationToken);
        return LedgerImport.OpenSample();
    }

    /// <summary>An empty ledger with the six sheets, for an office that starts fresh.</summary>
    public async Task<Stream> TemplateAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ImportLedger, cancellationToken: cancellationToken);
        return await LedgerTemplate.WriteAsync(cancellationToken);
    }

    private async Task<ImportOutcome> WriteAsync(PortalDbContext db, LedgerWorkbook workbook, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var report = await LedgerImport.ApplyAsync(db, workbook, clock, progress, cancellationToken);
        if (report.Errors > 0)
        {
            db.ChangeTracker.Clear();
        }

        return new ImportOutcome(report.Errors == 0, report);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence.Cipher;

namespace Portal.Evidence.Scanning;

/// <summary>Files that nobody opens before the scanner has seen them.</summary>
internal sealed partial class Quarantine(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, EvidenceStore store, FileKeys keys, ClamAv scanner, IOptions<EvidenceOptions> options, TimeProvider clock, ILogger<Quarantine> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(1);

    /// <returns>The state after the scan; still quarantined when the scanner was away.</returns>
    public async Task<EvidenceState> ScanAsync(EvidenceId id, CancellationToken cancellationToken)
    {
        EvidenceFile file;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            file = await db.Evidence.AsNoTracking().SingleAsync(f => f.Id == id, cancellationToken);
        }

        ScanVerdict verdict;
        try
        {
            using var content = store.Open(file, keys.Unwrap(file));
            verdict = await scanner.ScanAsync(content, cancellationToken);
        }
        catch (DamagedEvidenceException)
        {
            LogDamaged(logger, id.Value);
            return EvidenceState.Quarantined;
        }

        var state = verdict switch
        {
            ScanVerdict.Clean => EvidenceState.Accepted,
            ScanVerdict.Infected => EvidenceState.Refused,
            _ => EvidenceState.Quarantined,
        };
        if (state != EvidenceState.Quarantined)
        {
            await DecideAsync(id, state, cancellationToken);
        }

        if (state == EvidenceState.Refused)
        {
            LogInfected(logger, id.Value);
            store.Erase(file.StorageName);
        }

        return state;
    }

    /// <summary>Scans whatever still waits, such as after the scanner was away or the portal was stopped.</summary>
    public async Task ScanWaitingAsync(CancellationToken cancellationToken)
    {
        List<EvidenceId> waiting;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            waiting = await db.Evidence.Where(f => f.State == EvidenceState.Quarantined && f.WrappedKey != null).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in waiting)
        {
            if (await ScanAsync(id, cancellationToken) == EvidenceState.Quarantined)
            {
                return; // The scanner is away: the rest need not ask too.
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Scans ? clock.EveryAsync(s_again, ScanWaitingAsync, failure => LogFailed(logger, failure), stoppingToken) : Task.CompletedTask;

    private async Task DecideAsync(EvidenceId id, EvidenceState state, CancellationToken cancellationToken)
    {
        // What the scanner found is not said by whoever brought the file.
        AuditScope.PortalActs(AuditActs.ScanFile);
        await work.WriteAsync(
            async db =>
            {
                if (await db.Evidence.SingleOrDefaultAsync(f => f.Id == id && f.State == EvidenceState.Quarantined, cancellationToken) is { } file)
                {
                    file.State = state;
                    if (state == EvidenceState.Refused)
                    {
                        file.Erase();
                    }
                }
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner refused the file {Id}; it was erased.")]
    private static partial void LogInfected(ILogger logger, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file {Id} is damaged and cannot be scanned.")]
    private static partial void LogDamaged(ILogger logger, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files in quarantine could not be scanned; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

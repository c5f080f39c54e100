using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Audit;

/// <summary>Anchors the head of the record: every hour, after many rows, and when the portal stops. At start it looks whether the database still has what was anchored last.</summary>
public sealed partial class AuditAnchoring(
    IDbContextFactory<PortalDbContext> contexts, AnchorFile file, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditAnchoring> logger) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    private Anchor _last;
    private bool _stopped;
    private DateTimeOffset _at;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CompareAsync(cancellationToken);
        _at = clock.GetUtcNow();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!_stopped)
        {
            _stopped = true;
            await AnchorAsync(atLeast: 1, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var due = clock.GetUtcNow() - _at >= TimeSpan.FromMinutes(options.Value.AnchorMinutes);
            await AnchorAsync(due ? 1 : options.Value.AnchorRows, stoppingToken);
        }
    }

    /// <summary>Writes a line when the record has grown by that many rows.</summary>
    internal async Task AnchorAsync(long atLeast, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
            if (head.Sequence - _last.Sequence >= atLeast)
            {
                file.Append(head.Sequence, head.Hash);
                _last = new Anchor(head.Sequence, Convert.ToHexStringLower(head.Hash));
                _at = clock.GetUtcNow();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The record goes on; that it is not anchored has to be seen.
            LogNotAnchored(logger, file.Path, exception);
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var anchors = file.Read(out var broken);
        if (broken is { } line)
        {
            LogFileChanged(logger, file.Path, line);
        }

        if (anchors.Count == 0)
        {
            return;
        }

        _last = anchors[^1];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence == _last.Sequence).Select(e => e.Hash).SingleOrDefaultAsync(cancellationToken);
        if (hash is null || Convert.ToHexStringLower(hash) != _last.Hash)
        {
            LogOther(logger, _last.Sequence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit record could not be anchored in {Path}.")]
    private static partial void LogNotAnchored(ILogger logger, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The anchor file {Path} of the audit record was changed at line {Line}.")]
    private static partial void LogFileChanged(ILogger logger, string path, int line);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit record does not have row {Sequence} as it was anchored: it was cut, or the database is an older copy. Run the command: audit verify.")]
    private static partial void LogOther(ILogger logger, long sequence);
}

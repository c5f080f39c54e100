using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Audit;

/// <summary>Anchors the head of the record: every hour, after many rows, and when the portal stops. At start it looks whether the database still has what was anchored last.</summary>
public sealed partial class AuditAnchoring(
    IDbContextFactory<PortalDbContext> contexts, AuditTrail trail, AnchorFile file, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditAnchoring> logger) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    private Anchor _last;
    private Task? _atTheEnd;
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
        // A host may be told to stop twice at once: whoever comes second waits too, before what writing needs is taken away.
        await (_atTheEnd ??= AnchorAsync(atLeast: 1, cancellationToken));
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

    /// <summary>Writes a line when the record has grown by that many rows, not counting the row that says of the last line that it was written.</summary>
    internal async Task AnchorAsync(long atLeast, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
            if (head.Sequence - _last.Sequence > atLeast)
            {
                RequireLast();
                file.Append(head.Sequence, head.Hash);
                _last = new Anchor(head.Sequence, Convert.ToHexStringLower(head.Hash));
                _at = clock.GetUtcNow();
                // First the line, then the row: a row without its line means that somebody took it away.
                await trail.RecordAsync(EventOf(head.Sequence), cancellationToken);
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

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await db.AuditEntries.AsNoTracking().Where(e => e.Act == AuditActs.AnchorRecord).OrderByDescending(e => e.Sequence).Select(e => e.ObjectId).FirstOrDefaultAsync(cancellationToken);
        if (SequenceOf(written) is { } known && known > (anchors.Count == 0 ? 0 : anchors[^1].Sequence))
        {
            LogFileCut(logger, file.Path, known);
        }

        if (anchors.Count == 0)
        {
            return;
        }

        _last = anchors[^1];
        var hash = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence == _last.Sequence).Select(e => e.Hash).SingleOrDefaultAsync(cancellationToken);
        if (hash is null || Convert.ToHexStringLower(hash) != _last.Hash)
        {
            LogOther(logger, _last.Sequence);
        }
    }

    /// <summary>What is put down in the record of a line in the file.</summary>
    internal static AuditEvent EventOf(long sequence) => new(AuditedActor.Portal, AuditActs.AnchorRecord, AuditOutcome.Done)
    {
        What = new AuditedObject(nameof(AuditEntry), sequence.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>Which row a line was written of, as the record has it.</summary>
    internal static long? SequenceOf(string? objectId) => long.TryParse(objectId, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    /// <summary>Whoever takes the file away while the portal runs is told of by the next line.</summary>
    private void RequireLast()
    {
        var there = file.Read(out var broken);
        if (broken is { } line)
        {
            LogFileChanged(logger, file.Path, line);
        }
        else if (_last != default && (there.Count == 0 || there[^1] != _last))
        {
            LogFileCut(logger, file.Path, _last.Sequence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit record could not be anchored in {Path}.")]
    private static partial void LogNotAnchored(ILogger logger, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The anchor file {Path} of the audit record was changed at line {Line}.")]
    private static partial void LogFileChanged(ILogger logger, string path, int line);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The anchor file {Path} of the audit record does not end with the anchor of row {Sequence}, which was written: it was deleted, cut or put back. Run the command: audit verify.")]
    private static partial void LogFileCut(ILogger logger, string path, long sequence);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit record does not have row {Sequence} as it was anchored: it was cut, or the database is an older copy. Run the command: audit verify.")]
    private static partial void LogOther(ILogger logger, long sequence);
}

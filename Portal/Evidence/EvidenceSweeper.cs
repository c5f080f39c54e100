using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Drafts;
using Portal.Retention;

namespace Portal.Evidence;

/// <summary>Takes away what nobody speaks of: files whose upload was cut, files whose row was never stored, files of forms that were given up, files taken back long ago.</summary>
/// <remarks>A row goes, or loses its key, before its file: whatever is broken off in between is swept the next time.</remarks>
internal sealed partial class EvidenceSweeper(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, EvidenceStore store, IOptions<EvidenceOptions> options, TimeProvider clock, ILogger<EvidenceSweeper> logger)
    : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    // Longer than any upload takes.
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(24);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - s_patience;
        var abandoned = await DropAbandonedAsync(before, cancellationToken);
        var removed = await EraseRemovedAsync(clock.GetUtcNow().AddDays(-options.Value.RemovedKeptDays), cancellationToken);
        foreach (var name in abandoned.Concat(removed))
        {
            store.Erase(name);
        }

        var orphans = 0;
        foreach (var batch in store.OlderThan(before).Chunk(Batch))
        {
            orphans += await DropOrphansAsync(batch, cancellationToken);
        }

        if (abandoned.Count + removed.Count + orphans > 0)
        {
            LogSwept(logger, abandoned.Count, removed.Count, orphans);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.EveryAsync(s_every, SweepAsync, failure => LogFailed(logger, failure), stoppingToken);

    /// <summary>Files of a form that was neither filed nor kept as a draft.</summary>
    private Task<List<string>> DropAbandonedAsync(DateTimeOffset before, CancellationToken cancellationToken) => work.WriteAsync(
        async db =>
        {
            var staged = await db.Evidence.Where(f => f.Matter == EvidenceMatter.FindingDraft && f.AddedAt < before).ToListAsync(cancellationToken);
            var held = (await db.HoldsAsync(cancellationToken)).People;
            var people = staged.Select(f => f.AddedBy).OfType<PersonId>().Distinct().ToList();
            var drafts = await db.Drafts.Where(d => d.Form == DraftNames.Finding && people.Contains(d.Person)).ToDictionaryAsync(d => d.Person, d => d.Content, cancellationToken);
            var abandoned = staged.FindAll(f => f.AddedBy is { } by && !held.Contains(by) && !(drafts.GetValueOrDefault(by)?.Contains(f.Owner.ToString(), StringComparison.OrdinalIgnoreCase) ?? false));
            db.Evidence.RemoveRange(abandoned);
            return abandoned.ConvertAll(f => f.StorageName);
        },
        cancellationToken);

    private Task<List<string>> EraseRemovedAsync(DateTimeOffset before, CancellationToken cancellationToken) => work.WriteAsync(
        async db =>
        {
            var removed = await db.RemovedEvidence(before, await db.HoldsAsync(cancellationToken)).Where(f => !f.IsHeld).Select(f => f.Row).ToListAsync(cancellationToken);
            removed.ForEach(f => f.Erase());
            return removed.ConvertAll(f => f.StorageName);
        },
        cancellationToken);

    private async Task<int> DropOrphansAsync(IReadOnlyCollection<(string StorageName, bool IsFinished)> files, CancellationToken cancellationToken)
    {
        var names = files.Where(f => f.IsFinished).Select(f => f.StorageName).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Evidence.Where(f => names.Contains(f.StorageName) && f.WrappedKey != null).Select(f => f.StorageName).ToHashSetAsync(cancellationToken);
        var dropped = 0;
        foreach (var (name, isFinished) in files)
        {
            if (!isFinished)
            {
                store.DropUnfinished(name);
                dropped++;
            }
            else if (!known.Contains(name))
            {
                store.Erase(name);
                dropped++;
            }
        }

        return dropped;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Files swept: {Abandoned} of abandoned forms, {Removed} taken back, {Orphans} without a row.")]
    private static partial void LogSwept(ILogger logger, int abandoned, int removed, int orphans);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be swept; it is tried again in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Retention;
using Portal.Evidence;

namespace Portal.Retention;

/// <summary>One line of the report: the schedule's, and what is due by it today.</summary>
public sealed record RetentionReportLine(RetentionLine Line, DateOnly DueBefore, DueCount Count);

/// <summary>Asks what is due, and does it. Nobody's use case: the night and the command line call it, and the page for its report.</summary>
public sealed partial class RetentionRunner(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, IOptions<RetentionOptions> options, IOptions<EvidenceOptions> evidence, TimeProvider clock, ILogger<RetentionRunner> logger)
{
    /// <summary>Rows of one transaction: short enough that nobody waits for it.</summary>
    public const int Batch = 100;

    private IReadOnlyList<RetentionLine> Schedule => RetentionSchedule.Of(options.Value.Periods(evidence.Value.RemovedKeptDays));

    /// <summary>What a run would do now. Changes nothing.</summary>
    public async Task<IReadOnlyList<RetentionReportLine>> ReportAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var holds = await db.HoldsAsync(cancellationToken);
        var report = new List<RetentionReportLine>();
        foreach (var line in Schedule)
        {
            var scope = ScopeOf(line, holds);
            report.Add(new RetentionReportLine(line, scope.DueBefore, await Of(line).CountAsync(db, scope, cancellationToken)));
        }

        return report;
    }

    /// <summary>Does what is due, unless today's run has done it. What was broken off goes on; nights that were missed are made up for, since what was due then is due still.</summary>
    /// <returns>Whether today's run is finished. It is not when a class failed: the others are done, and it is tried again.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken = default)
    {
        AuditScope.PortalActs(AuditActs.Retention);
        var today = clock.Today();
        if (await work.WriteAsync(db => BeginAsync(db, today, cancellationToken), cancellationToken))
        {
            return true;
        }

        var failed = false;
        foreach (var line in Schedule)
        {
            try
            {
                while (await work.WriteAsync(db => ActAsync(db, line, today, cancellationToken), cancellationToken) == Batch)
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed = true;
                LogFailed(logger, line.Class, failure);
            }
        }

        if (!failed)
        {
            await work.WriteAsync(db => FinishAsync(db, today, cancellationToken), cancellationToken);
            LogFinished(logger, today);
        }

        return !failed;
    }

    public async Task<bool> IsFinishedAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RetentionRuns.AnyAsync(r => r.Day == day && r.FinishedAt != null, cancellationToken);
    }

    private async Task<bool> BeginAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var run = await db.RetentionRuns.SingleOrDefaultAsync(r => r.Day == today, cancellationToken);
        if (run is null)
        {
            db.RetentionRuns.Add(RetentionRun.Begin(today, clock.GetUtcNow()));
        }

        return run is { FinishedAt: not null };
    }

    // The holds are read with each batch: what is held meanwhile is skipped from the next one on.
    private async Task<int> ActAsync(PortalDbContext db, RetentionLine line, DateOnly today, CancellationToken cancellationToken)
    {
        var done = await Of(line).ActAsync(db, ScopeOf(line, await db.HoldsAsync(cancellationToken)), Batch, cancellationToken);
        if (done > 0)
        {
            (await db.RetentionRuns.SingleAsync(r => r.Day == today, cancellationToken)).Add(line.Class, done);
        }

        return done;
    }

    private async Task FinishAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var run = await db.RetentionRuns.SingleAsync(r => r.Day == today, cancellationToken);
        var holds = await db.HoldsAsync(cancellationToken);
        var held = new Dictionary<RetentionClass, int>();
        foreach (var line in Schedule)
        {
            if ((await Of(line).CountAsync(db, ScopeOf(line, holds), cancellationToken)).Held is > 0 and var count)
            {
                held[line.Class] = count;
            }
        }

        run.Finish(held, clock.GetUtcNow());
    }

    private RetentionScope ScopeOf(RetentionLine line, Holds holds)
    {
        var dueBefore = line.Period.DueBefore(clock.Today());
        return new RetentionScope(dueBefore, clock.StartOf(dueBefore), holds, clock);
    }

    private static IRetained Of(RetentionLine line) => RetainedRows.All.Single(r => r.Class == line.Class);

    [LoggerMessage(Level = LogLevel.Information, Message = "The retention run of {Day:yyyy-MM-dd} is finished.")]
    private static partial void LogFinished(ILogger logger, DateOnly day);

    [LoggerMessage(Level = LogLevel.Error, Message = "The retention run could not do the class {Class}; it is tried again in an hour.")]
    private static partial void LogFailed(ILogger logger, RetentionClass @class, Exception failure);
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Data.Recusals;
using Portal.Live;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Leadership's year. Whoever is recused from something gets their own count without it, since what all others see would tell them (Article 11).</summary>
public sealed class LeadershipDashboardService(
    IDbContextFactory<PortalDbContext> contexts, YearSnapshotQuery query, LiveFeed<YearSnapshot> feed, YearCache cache, YearOfEvaluation evaluation, AccessGuard access, TimeProvider clock)
{
    /// <summary>Calls back whenever the year was counted anew, until disposed.</summary>
    public async Task<IDisposable> WatchAsync(Func<YearSnapshot, Task> onSnapshot, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeLeadershipDashboard, cancellationToken: cancellationToken);
        return feed.Watch(onSnapshot);
    }

    /// <param name="year">As the address has it: what is not a year of the measures becomes the nearest one.</param>
    public async Task<LeadershipYear> YearAsync(int? year, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeLeadershipDashboard, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var snapshot = IsRecused(recused) ? null : feed.Latest;
        snapshot ??= await query.TakeAsync(recused, cancellationToken);
        var picked = Picked(year, snapshot.Today);
        var hidden = recused.Agencies;
        return new LeadershipYear(
            snapshot.AsOf,
            snapshot.Today,
            snapshot.Of(picked) ?? await OnDemandAsync(picked, recused, cancellationToken),
            snapshot.Of(picked - 1) ?? await OnDemandAsync(picked - 1, recused, cancellationToken),
            snapshot.Approvals,
            await db.Agencies.AsNoTracking().Where(a => !hidden.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken));
    }

    /// <summary>Apart from the figures: a city's evaluation takes a second, which nobody should wait for who does not read it.</summary>
    public async Task<LeadershipRanking> RankingAsync(int? year, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeLeadershipDashboard, cancellationToken: cancellationToken);
        var today = clock.Today();
        var picked = Picked(year, today);
        return new LeadershipRanking(await RankedAsync(picked, today, cancellationToken), await RankedAsync(picked - 1, today, cancellationToken));
    }

    private static int Picked(int? year, DateOnly today) => Math.Clamp(year ?? today.Year, LeadershipYear.FirstYear, today.Year);

    private static bool IsRecused(RecusedFrom recused) => recused.Agencies.Count + recused.Activities.Count + recused.Findings.Count > 0;

    private Task<YearFigures> OnDemandAsync(int year, RecusedFrom recused, CancellationToken cancellationToken) => IsRecused(recused)
        ? query.YearAsync(year, recused, cancellationToken)
        : cache.GetAsync(year, () => query.YearAsync(year, recused, cancellationToken));

    private Task<RankingFigures> RankedAsync(int year, DateOnly today, CancellationToken cancellationToken) =>
        cache.GetAsync(year, async () => RankingFigures.Of(year, [.. (await evaluation.TakeAsync(year, today, cancellationToken)).Select(ScoredYear.Of)]));
}

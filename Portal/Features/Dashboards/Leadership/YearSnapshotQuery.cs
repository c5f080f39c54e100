using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Live;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Counts the year page: for everybody in the background, and on demand for a reader who steps aside from something.</summary>
public sealed class YearSnapshotQuery(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : ISnapshotQuery<YearSnapshot>
{
    public Task<YearSnapshot> TakeAsync(CancellationToken cancellationToken) => TakeAsync(RecusedFrom.Nothing, cancellationToken);

    public async Task<YearSnapshot> TakeAsync(RecusedFrom recused, CancellationToken cancellationToken)
    {
        // Before anything is read: what is saved meanwhile belongs to the next count.
        var asOf = clock.GetUtcNow();
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var years = await new YearCount(db, recused, today).TakeAsync(today.Year - 1, today.Year, cancellationToken);
        return new YearSnapshot(asOf, today, years[1], years[0], await ApprovalsAsync(db, recused, cancellationToken));
    }

    public async Task<YearFigures> YearAsync(int year, RecusedFrom recused, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await new YearCount(db, recused, clock.Today()).TakeAsync(year, year, cancellationToken))[0];
    }

    private static async Task<ApprovalsWaiting> ApprovalsAsync(PortalDbContext db, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var waiting = db.Findings.AsNoTracking().Where(f => f.Proposal != null).OpenTo(recused);
        var oldest = await waiting
            .OrderBy(f => f.Proposal!.ProposedOn).ThenBy(f => f.Number)
            .Take(ApprovalsWaiting.Shown)
            .Select(f => new WaitingProposal(f.Id, f.Number, f.Proposal!.Kind, f.Agency, f.Proposal.ProposedOn))
            .ToListAsync(cancellationToken);
        var count = oldest.Count < ApprovalsWaiting.Shown ? oldest.Count : await waiting.CountAsync(cancellationToken);
        return new ApprovalsWaiting(count, oldest);
    }
}

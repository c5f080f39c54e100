using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Live;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Counts the year page: for everybody in the background, and on demand for a reader who steps aside from something.</summary>
public sealed class YearSnapshotQuery(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : ISnapshotQuery<YearSnapshot>
{
    // In a city the attendance of a year is most of the work, and that of a past year changes only when somebody corrects it.
    private static readonly TimeSpan s_keepPastAttendance = TimeSpan.FromMinutes(1);

    private PastAttendance? _past;

    public async Task<YearSnapshot> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await TakeAsync(db, RecusedFrom.Nothing, PastAsync, cancellationToken);
    }

    public async Task<YearSnapshot> TakeAsync(RecusedFrom recused, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await TakeAsync(db, recused, (_, year) => ParticipationOfYear.TakeAsync(db, year, recused, cancellationToken), cancellationToken);
    }

    public async Task<YearFigures> YearAsync(int year, RecusedFrom recused, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var participation = await ParticipationOfYear.TakeAsync(db, year, recused, cancellationToken);
        return (await new YearCount(db, recused, clock.Today()).TakeAsync(year, year, new Dictionary<int, IReadOnlyList<ParticipationCount>> { [year] = participation }, cancellationToken))[0];
    }

    private async Task<YearSnapshot> TakeAsync(
        PortalDbContext db, RecusedFrom recused, Func<PortalDbContext, int, Task<IReadOnlyList<ParticipationCount>>> past, CancellationToken cancellationToken)
    {
        // Before anything is read: what is saved meanwhile belongs to the next count.
        var asOf = clock.GetUtcNow();
        var today = clock.Today();
        var participation = new Dictionary<int, IReadOnlyList<ParticipationCount>>
        {
            [today.Year - 1] = await past(db, today.Year - 1),
            [today.Year] = await ParticipationOfYear.TakeAsync(db, today.Year, recused, cancellationToken),
        };
        var years = await new YearCount(db, recused, today).TakeAsync(today.Year - 1, today.Year, participation, cancellationToken);
        return new YearSnapshot(asOf, today, years[1], years[0], await ApprovalsAsync(db, recused, cancellationToken));
    }

    private async Task<IReadOnlyList<ParticipationCount>> PastAsync(PortalDbContext db, int year)
    {
        var now = clock.GetUtcNow();
        var kept = _past;
        if (kept is null || kept.Year != year || now - kept.AsOf >= s_keepPastAttendance)
        {
            kept = new PastAttendance(year, now, await ParticipationOfYear.TakeAsync(db, year, RecusedFrom.Nothing, CancellationToken.None));
            _past = kept;
        }

        return kept.ByGroup;
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

    private sealed record PastAttendance(int Year, DateTimeOffset AsOf, IReadOnlyList<ParticipationCount> ByGroup);
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Agencies;

/// <summary>The agencies under supervision, what was found there and what became of it (Articles 8, 13, 14).</summary>
public sealed class AgencyService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, OfficeFacts office, TimeProvider clock)
{
    /// <summary>Rectifications and visits that a record names.</summary>
    public const int RowsShown = 20;

    public async Task<PageOf<AgencyRow>> ListAsync(AgencyFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAgencies, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var page = await db.Agencies.AsNoTracking().OpenTo(recused).Where(filter).InOrder(paging).PageAsync(paging, cancellationToken);
        return new PageOf<AgencyRow>(await db.RowsAsync(page.Rows, recused, clock.Today(), cancellationToken), page.Total);
    }

    public async Task<IReadOnlyList<AgencyRow>> ExportAsync(AgencyFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAgencies, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var agencies = await db.Agencies.AsNoTracking().OpenTo(recused).Where(filter).InOrder(paging).AllForExportAsync(cancellationToken);
        return await db.RowsAsync(agencies, recused, clock.Today(), cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id, or the reader is recused from it.</returns>
    public async Task<AgencyFile?> GetAsync(AgencyId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAgencies, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var agency = await db.Agencies.AsNoTracking().OpenTo(recused).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (agency is null)
        {
            return null;
        }

        var findings = db.Findings.AsNoTracking().OpenTo(recused).Where(f => f.Agency == id);
        var states = await findings.GroupBy(f => f.State).Select(g => new StateCount(g.Key, g.Count())).ToListAsync(cancellationToken);
        var visits = db.Activities.AsNoTracking().OpenTo(recused).KnownTo(reader, today)
            .Where(a => a.Kind == ActivityKind.Supervision && a.Agencies.Any(x => x.Agency == id));
        var lastVisit = await visits
            .Where(a => a.Date <= today && (a.State == ActivityState.InProgress || a.State == ActivityState.Completed || a.State == ActivityState.Archived))
            .MaxAsync(a => (DateOnly?)a.Date, cancellationToken);
        return new AgencyFile(
            (await db.RowsAsync([agency], recused, today, cancellationToken))[0],
            agency.ContactName,
            agency.IsExternal,
            [.. states.OrderBy(s => s.State)],
            await findings.RectificationRecordAsync(today, cancellationToken),
            await findings.RectificationsAsync(RowsShown, settings, today, cancellationToken),
            await visits
                .OrderByDescending(a => a.Date).ThenByDescending(a => a.Number)
                .Take(RowsShown)
                .Select(a => new VisitRow(a.Id, a.Number, a.Title, a.Mode, a.Date, a.State))
                .ToListAsync(cancellationToken),
            await visits.CountAsync(cancellationToken),
            lastVisit,
            lastVisit is { } day ? today.DayNumber - day.DayNumber : null);
    }
}

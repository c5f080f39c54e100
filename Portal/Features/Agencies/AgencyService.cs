using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
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

        var findings = await db.FindingFactsAsync(id, recused, cancellationToken);
        var visits = await db.VisitsAsync(id, db.Activities.AsNoTracking().OpenTo(recused).KnownTo(reader, today), cancellationToken);
        var lastVisit = visits.FirstOrDefault(v => v.TookPlaceBy(today))?.Date;
        return new AgencyFile(
            new AgencyRow(
                agency.Id, agency.Code, agency.Name, agency.Kind, agency.CreditCode,
                findings.Count(f => Finding.OpenStates.Contains(f.State)), findings.Count(f => f.SubmittedOn.Year == today.Year), findings.Count(f => AgencyQueries.IsOverdue(f.State, f.Deadline, today))),
            agency.ContactName,
            agency.IsExternal,
            [.. findings.CountBy(f => f.State).OrderBy(s => s.Key).Select(s => new StateCount(s.Key, s.Value))],
            FindingFacts.RecordOf(findings, today),
            FindingFacts.RowsOf(findings, RowsShown, settings, today),
            [.. visits.Take(RowsShown)],
            visits.Count,
            lastVisit,
            lastVisit is { } day ? today.DayNumber - day.DayNumber : null);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Features.Agencies;

/// <summary>What the list and the record of agencies read.</summary>
internal static class AgencyQueries
{
    /// <summary>An agency that the reader is recused from is not there for them.</summary>
    public static IQueryable<Agency> OpenTo(this IQueryable<Agency> agencies, RecusedFrom recused)
    {
        var hidden = recused.Agencies;
        return hidden.Count > 0 ? agencies.Where(a => !hidden.Contains(a.Id)) : agencies;
    }

    public static IQueryable<Agency> Where(this IQueryable<Agency> agencies, AgencyFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            agencies = agencies.Where(a => a.Kind == kind);
        }

        return filter.Text is { } text
            ? agencies.Where(a => a.Code.Contains(text) || a.Name.Contains(text) || a.CreditCode!.Contains(text))
            : agencies;
    }

    public static IQueryable<Agency> InOrder(this IQueryable<Agency> agencies, Paging paging) => ((paging.Sort, paging.Descending) switch
    {
        ("name", false) => agencies.OrderBy(a => a.Name),
        ("name", true) => agencies.OrderByDescending(a => a.Name),
        ("kind", false) => agencies.OrderBy(a => a.Kind),
        ("kind", true) => agencies.OrderByDescending(a => a.Kind),
        ("code", true) => agencies.OrderByDescending(a => a.Code),
        _ => agencies.OrderBy(a => a.Code),
    }).ThenBy(a => a.Code);

    /// <summary>Adds the counts. What is open and what is of the year are few beside what an agency ever had: each is read by its own index and grouped, whatever agencies the page shows.</summary>
    public static async Task<IReadOnlyList<AgencyRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<Agency> agencies, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var findings = db.Findings.AsNoTracking().OpenTo(recused);
        var open = (await findings
            .Where(f => Finding.OpenStates.Contains(f.State))
            .Select(f => new { f.Agency, f.State, f.Rectification!.Deadline })
            .ToListAsync(cancellationToken)).ToLookup(f => f.Agency);
        var (first, last) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var year = await findings
            .Where(f => f.Agency != null && f.SubmittedOn >= first && f.SubmittedOn <= last)
            .GroupBy(f => f.Agency)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key!.Value, c => c.Count, cancellationToken);
        return [.. agencies.Select(a => new AgencyRow(
            a.Id, a.Code, a.Name, a.Kind, a.CreditCode, open[a.Id].Count(), year.GetValueOrDefault(a.Id), open[a.Id].Count(f => IsOverdue(f.State, f.Deadline, today))))];
    }

    /// <summary>Every finding on the agency as far as its record needs it: read once, counted in memory.</summary>
    public static Task<List<FindingFacts>> FindingFactsAsync(this PortalDbContext db, AgencyId agency, RecusedFrom recused, CancellationToken cancellationToken) =>
        db.Findings.AsNoTracking().OpenTo(recused)
            .Where(f => f.Agency == agency)
            .Select(f => new FindingFacts(
                f.Id, f.Number, f.State, f.SubmittedOn,
                f.Rectification != null, f.Rectification != null && f.Rectification.FixedOnSpot, f.Rectification!.Deadline, f.Rectification.CompletedOn,
                f.Rectification != null ? f.Rectification.Extensions : 0))
            .ToListAsync(cancellationToken);

    /// <summary>Supervision that went or goes to the agency, the latest first.</summary>
    /// <param name="known">What the reader may know of.</param>
    public static Task<List<VisitRow>> VisitsAsync(this PortalDbContext db, AgencyId agency, IQueryable<Activity> known, CancellationToken cancellationToken)
    {
        var there = db.Activities.SelectMany(a => a.Agencies, (a, x) => new { a.Id, x.Agency }).Where(x => x.Agency == agency).Select(x => x.Id);
        return known
            .Where(a => a.Kind == ActivityKind.Supervision && there.Contains(a.Id))
            .OrderByDescending(a => a.Date).ThenByDescending(a => a.Number)
            .Select(a => new VisitRow(a.Id, a.Number, a.Title, a.Mode, a.Date, a.State))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ordered and not done by the last day; a reply that is being verified is not held against the agency.</summary>
    public static bool IsOverdue(FindingState state, DateOnly? deadline, DateOnly today) =>
        state == FindingState.RectificationOrdered && deadline is { } day && new Deadline(day).IsOverdue(today);
}

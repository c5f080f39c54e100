using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
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

    /// <summary>Adds the counts, for these agencies only: one query over what is open, one over the year.</summary>
    public static async Task<IReadOnlyList<AgencyRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<Agency> agencies, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = agencies.Select(a => (AgencyId?)a.Id).ToList();
        var findings = db.Findings.AsNoTracking().OpenTo(recused).Where(f => ids.Contains(f.Agency));
        var open = await findings
            .Where(f => Finding.OpenStates.Contains(f.State))
            .GroupBy(f => f.Agency)
            .Select(g => new { g.Key, Open = g.Count(), Overdue = g.Sum(f => f.State == FindingState.RectificationOrdered && f.Rectification!.Deadline < today ? 1 : 0) })
            .ToDictionaryAsync(c => c.Key!.Value, cancellationToken);
        var (first, last) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var year = await findings
            .Where(f => f.SubmittedOn >= first && f.SubmittedOn <= last)
            .GroupBy(f => f.Agency)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key!.Value, c => c.Count, cancellationToken);
        return [.. agencies.Select(a => new AgencyRow(
            a.Id, a.Code, a.Name, a.Kind, a.CreditCode,
            open.GetValueOrDefault(a.Id)?.Open ?? 0, year.GetValueOrDefault(a.Id), open.GetValueOrDefault(a.Id)?.Overdue ?? 0))];
    }

    public static async Task<RectificationRecord> RectificationRecordAsync(this IQueryable<Finding> findings, DateOnly today, CancellationToken cancellationToken) =>
        await findings
            .Where(f => f.Rectification != null && f.State != FindingState.Merged)
            .GroupBy(_ => 1)
            .Select(g => new RectificationRecord(
                g.Sum(f => f.Rectification!.FixedOnSpot ? 1 : 0),
                g.Sum(f => !f.Rectification!.FixedOnSpot && f.Rectification.CompletedOn <= f.Rectification.Deadline ? 1 : 0),
                g.Sum(f => !f.Rectification!.FixedOnSpot && f.Rectification.CompletedOn > f.Rectification.Deadline ? 1 : 0),
                g.Sum(f => !f.Rectification!.FixedOnSpot && f.Rectification.CompletedOn == null ? 1 : 0),
                g.Sum(f => f.State == FindingState.RectificationOrdered && f.Rectification!.Deadline < today ? 1 : 0),
                g.Sum(f => f.Rectification!.Extensions > 0 ? 1 : 0)))
            .SingleOrDefaultAsync(cancellationToken)
        ?? new RectificationRecord(0, 0, 0, 0, 0, 0);

    /// <summary>What runs first, the nearest deadline at the top, then what is finished.</summary>
    public static async Task<IReadOnlyList<RectificationRow>> RectificationsAsync(this IQueryable<Finding> findings, int shown, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await findings
            .Where(f => f.Rectification!.Deadline != null && f.State != FindingState.Merged)
            .OrderBy(f => f.Rectification!.CompletedOn != null)
            .ThenByDescending(f => f.Rectification!.CompletedOn)
            .ThenBy(f => f.Rectification!.Deadline)
            .ThenBy(f => f.Number)
            .Take(shown)
            .Select(f => new { f.Id, f.Number, f.Rectification!.Deadline, f.Rectification.CompletedOn, f.Rectification.Extensions })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => Row(r.Id, r.Number, r.Deadline!.Value, r.CompletedOn, r.Extensions))];

        RectificationRow Row(FindingId id, string number, DateOnly on, DateOnly? completed, int extensions)
        {
            var deadline = new Deadline(on);
            return new RectificationRow(id, number, on, completed, extensions, deadline.State(today, completed, settings.DueSoonDays), Math.Abs(deadline.DaysLeft(completed ?? today)));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Counts how the groups took part in the activities of a year whose attendance is on record: two queries, however many people.</summary>
internal static class ParticipationOfYear
{
    public static async Task<IReadOnlyList<ParticipationCount>> TakeAsync(PortalDbContext db, int year, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var (start, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var held = db.Activities.AsNoTracking()
            .Where(a => a.Date >= start && a.Date <= end && a.State != ActivityState.Draft && a.State != ActivityState.Cancelled)
            .OpenTo(recused)
            .Select(a => a.Id);
        var people = await db.Participations.AsNoTracking()
            .Where(p => held.Contains(p.Activity) && Attendance.Recorded.Contains(p.State))
            .GroupBy(p => p.Person)
            .Select(g => new
            {
                Person = g.Key,
                Due = g.Count(),
                Attended = g.Count(p => p.State == ParticipationState.Attended),
                Partly = g.Count(p => p.State == ParticipationState.AttendedPartly),
            })
            .ToListAsync(cancellationToken);
        var terms = (await db.Appointments.AsNoTracking().OrderBy(t => t.TermStart).Select(t => new { t.Person, t.Group, t.TermStart }).ToListAsync(cancellationToken))
            .ToLookup(term => term.Person);
        var groups = people.ToLookup(row => GroupOf(row.Person));
        return [.. Enum.GetValues<SourceCategory>().Select(group => new ParticipationCount(group, groups[group].Sum(p => p.Due), groups[group].Sum(p => p.Attended), groups[group].Sum(p => p.Partly)))];

        // The group of the term that had begun by the year's end; the register's attendance may be older than the first term on record.
        SourceCategory? GroupOf(PersonId person) => (terms[person].LastOrDefault(term => term.TermStart <= end) ?? terms[person].FirstOrDefault())?.Group;
    }
}

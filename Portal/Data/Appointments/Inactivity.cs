using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Data.Appointments;

/// <summary>When somebody in office last did something for the office, and whether they were asked to (Article 18 (2); domain.md A3.4).</summary>
/// <param name="Clock">From the latest of: start of continuous service, attended activity, finding that was taken up.</param>
/// <param name="Invitations">To activities of the year that ends today; cancelled ones and those the person was recused from do not count.</param>
public sealed record Engagement(PersonId Person, string Name, SourceCategory Group, InactivityClock Clock, int Invitations)
{
    public InactivityVerdict Judge(DateOnly today) => Clock.Judge(today, Invitations);
}

public static class InactivityExtensions
{
    private static readonly ParticipationState[] s_attended = [ParticipationState.Attended, ParticipationState.AttendedPartly];
    private static readonly ParticipationState[] s_notAsked = [ParticipationState.Void, ParticipationState.Recused];

    /// <summary>Everybody in office on that day, or the one person asked for.</summary>
    public static async Task<IReadOnlyList<Engagement>> EngagementsAsync(this PortalDbContext db, PersonId? only, DateOnly today, CancellationToken cancellationToken)
    {
        var yearAgo = today.AddYears(-1);
        var people = await (
            from term in db.Appointments.AsNoTracking().InOffice(today)
            join person in db.People on term.Person equals person.Id
            where only == null || term.Person == only
            select new
            {
                person.Id,
                person.FullName,
                term.Group,
                Attended = (from part in db.Participations
                            join activity in db.Activities on part.Activity equals activity.Id
                            where part.Person == person.Id && s_attended.Contains(part.State) && activity.Date <= today
                            select (DateOnly?)activity.Date).Max(),
                Filed = db.Findings.Where(f => (f.Author == person.Id || f.CoAuthors.Any(c => c.Person == person.Id)) && f.RegisteredOn != null && f.State != FindingState.NotAccepted)
                    .Select(f => (DateOnly?)f.SubmittedOn).Max(),
                Invitations = (from part in db.Participations
                               join activity in db.Activities on part.Activity equals activity.Id
                               where part.Person == person.Id && !s_notAsked.Contains(part.State) && activity.Date > yearAgo && activity.Date <= today
                                   && activity.State != ActivityState.Cancelled && activity.State != ActivityState.Draft
                               select part).Count(),
            }).ToListAsync(cancellationToken);
        var ids = people.Select(p => p.Id).ToList();
        var terms = (await db.Appointments.AsNoTracking().Where(t => ids.Contains(t.Person)).ToListAsync(cancellationToken)).ToLookup(t => t.Person);
        return
        [
            .. people.Select(p => new Engagement(
                p.Id, p.FullName, p.Group,
                InactivityClock.Since(Latest(ContinuousSince(terms[p.Id], today), p.Attended, p.Filed), [], today),
                p.Invitations)),
        ];
    }

    // A renewal without a gap does not begin anew (domain.md A3.4).
    private static DateOnly ContinuousSince(IEnumerable<Appointment> terms, DateOnly today)
    {
        var since = today;
        foreach (var term in terms.Where(t => t.TermStart <= today).OrderByDescending(t => t.TermStart))
        {
            if (term.LastDay < since.AddDays(-1) && since != today)
            {
                break;
            }

            since = term.TermStart;
        }

        return since;
    }

    private static DateOnly Latest(DateOnly first, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
        {
            first = other > first ? other.Value : first;
        }

        return first;
    }
}

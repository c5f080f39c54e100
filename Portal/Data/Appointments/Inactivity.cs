using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Data.Appointments;

/// <summary>When somebody in office last did something for the office, and whether they were asked to (Article 18 (2); domain.md A3.4).</summary>
/// <param name="Since">First day of continuous service: a renewal without a gap does not begin anew.</param>
/// <param name="Clock">From the latest of: start of continuous service, attended activity, finding that was taken up. Long leave stops it.</param>
/// <param name="Invitations">To activities of the year that ends today; cancelled ones and those the person was recused from do not count.</param>
/// <param name="OnLeave">Whether a long leave covers the day.</param>
public sealed record Engagement(PersonId Person, string Name, SourceCategory Group, DateOnly Since, InactivityClock Clock, int Invitations, bool OnLeave)
{
    public InactivityVerdict Judge(DateOnly today) => Clock.Judge(today, Invitations);

    /// <summary>What a dismissal for inactivity stands on, as it shows on that day.</summary>
    public InactivityCount CountOn(DateOnly today) => new(Clock.LastEngagedOn, Clock.LimitDay, Invitations, today);
}

public static class InactivityExtensions
{
    private static readonly ParticipationState[] s_attended = [ParticipationState.Attended, ParticipationState.AttendedPartly];
    // Of what the office's register kept no day of registration is known; its state says that it was taken up.
    private static readonly FindingState[] s_notTakenUp = [FindingState.Submitted, FindingState.NeedsInfo, FindingState.NotAccepted];
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
                Filed = db.Findings.Where(f => (f.Author == person.Id || f.CoAuthors.Any(c => c.Person == person.Id)) && !s_notTakenUp.Contains(f.State) && !f.Events.Any(e => e.Kind == FindingEventKind.NotAccepted))
                    .Select(f => (DateOnly?)f.SubmittedOn).Max(),
                Invitations = (from part in db.Participations
                               join activity in db.Activities on part.Activity equals activity.Id
                               where part.Person == person.Id && !s_notAsked.Contains(part.State) && activity.Date > yearAgo && activity.Date <= today
                                   && activity.State != ActivityState.Cancelled && activity.State != ActivityState.Draft
                               select part).Count(),
            }).ToListAsync(cancellationToken);
        var terms = (await db.Appointments.AsNoTracking().Where(t => (only == null || t.Person == only) && t.TermStart <= today).ToListAsync(cancellationToken)).ToLookup(t => t.Person);
        var leaves = (await db.StandingLeaves().Where(l => only == null || l.Person == only).Select(l => new { l.Person, l.First, l.Last }).ToListAsync(cancellationToken))
            .ToLookup(l => l.Person, l => new ClockPause(l.First, l.Last));
        var resets = (await db.SettingsAsync(cancellationToken)).InactivityResetOnRenewal;
        return
        [
            .. people.Select(p =>
            {
                var since = resets ? terms[p.Id].Max(t => t.TermStart) : ContinuousSince(terms[p.Id], today);
                return new Engagement(
                    p.Id, p.FullName, p.Group, since,
                    InactivityClock.Since(Latest(since, p.Attended, p.Filed), leaves[p.Id], today),
                    p.Invitations,
                    leaves[p.Id].Any(pause => pause.First <= today && pause.Last >= today));
            }),
        ];
    }

    /// <summary>Long leaves that are, were or will be: not those taken back before they began.</summary>
    public static IQueryable<LeavePeriod> StandingLeaves(this PortalDbContext db) => db.Leaves.AsNoTracking().Where(l => !l.IsTakenBack);

    // A renewal without a gap does not begin anew, unless the office decided so (domain.md A3.4).
    private static DateOnly ContinuousSince(IEnumerable<Appointment> terms, DateOnly today)
    {
        DateOnly? since = null;
        foreach (var term in terms.OrderByDescending(t => t.TermStart))
        {
            if (term.LastDay < since?.AddDays(-1))
            {
                break;
            }

            since = term.TermStart;
        }

        return since ?? today;
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

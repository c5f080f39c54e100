using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;

namespace Portal.Features.Activities;

/// <summary>Who of the chosen groups is invited, and who is left out and why.</summary>
/// <param name="WhyNot">Why they cannot be invited all together: there are fewer places.</param>
public sealed record Invitations(IReadOnlyList<Invitee> Invited, IReadOnlyList<LeftOut> LeftOut, RuleViolation? WhyNot)
{
    /// <summary>Told and not refused: two activities on one day may well fit (domain.md A2.10).</summary>
    public IReadOnlyList<Invitee> Elsewhere => [.. Invited.Where(i => i.SameDay is not null)];
}

/// <param name="SameDay">Another activity that the person is invited to on the day.</param>
public sealed record Invitee(PersonId Person, string Name, SourceCategory Group, string? SameDay);

/// <param name="Why">The provision that stands in the way, the same that would refuse the invitation.</param>
public sealed record LeftOut(PersonId Person, string Name, SourceCategory Group, RuleViolation Why);

/// <summary>An activity that was planned.</summary>
public sealed record PlannedActivity(ActivityId Id, string Number, Invitations Invitations);

/// <summary>Somebody who is not invited yet.</summary>
/// <param name="WhyNot">Why they cannot be; <c>null</c> when they can.</param>
public sealed record Candidate(PersonId Person, string Name, SourceCategory Group, string? SameDay, RuleViolation? WhyNot);

/// <summary>Who can still be invited.</summary>
/// <param name="PlacesLeft"><c>null</c> where nothing limits them.</param>
public sealed record Candidates(IReadOnlyList<Candidate> People, int? PlacesLeft);

internal static class InvitationQueries
{
    /// <summary>Whole groups: in office on the day (Article 17) and not recused (Article 11). Who holds office today and not on the day is named too, so that nobody is missing without a word.</summary>
    public static async Task<Invitations> InvitationsAsync(
        this PortalDbContext db, Activity activity, IReadOnlyCollection<SourceCategory> groups, DateOnly today, RecusedFrom reader, CancellationToken cancellationToken)
    {
        var people = (await db.CandidatesAsync(activity, placesTaken: 0, today, reader, cancellationToken)).Where(c => groups.Contains(c.Group)).ToList();
        List<Invitee> invited = [.. people.Where(c => c.WhyNot is null).Select(c => new Invitee(c.Person, c.Name, c.Group, c.SameDay))];
        return new Invitations(
            invited,
            [.. people.Where(c => c.WhyNot is not null).Select(c => new LeftOut(c.Person, c.Name, c.Group, c.WhyNot!))],
            activity.Capacity is { } places && invited.Count > places ? ActivityRules.Full(places) : null);
    }

    /// <summary>Everybody in office today or on the day, by group and name, with what stands in the way of inviting them.</summary>
    /// <param name="reader">What the reader steps aside from is not told as another activity of the day.</param>
    public static async Task<IReadOnlyList<Candidate>> CandidatesAsync(
        this PortalDbContext db, Activity activity, int placesTaken, DateOnly today, RecusedFrom reader, CancellationToken cancellationToken)
    {
        var day = activity.Date;
        var terms = await db.Appointments.AsNoTracking()
            .Where(t => (t.TermStart <= day && t.TermEnd >= day) || (t.TermStart <= today && t.TermEnd >= today))
            .Join(db.People, t => t.Person, p => p.Id, (t, p) => new { Term = t, p.FullName })
            .ToListAsync(cancellationToken);
        var recused = await db.RecusedAsync(activity, cancellationToken);
        var elsewhere = await db.SameDayAsync(activity, reader, cancellationToken);
        var candidates = new List<Candidate>();
        foreach (var person in terms.GroupBy(t => t.Term.Person))
        {
            var onTheDay = person.FirstOrDefault(t => t.Term.IsInOffice(day));
            if ((onTheDay ?? person.FirstOrDefault(t => t.Term.IsInOffice(today))) is { } shown)
            {
                candidates.Add(new Candidate(
                    person.Key, shown.FullName, shown.Term.Group, elsewhere.GetValueOrDefault(person.Key),
                    activity.WhyNotInvite(onTheDay is not null, recused.Contains(person.Key), placesTaken)));
            }
        }

        return [.. candidates.OrderBy(c => c.Group).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    public static async Task<HashSet<PersonId>> InOfficeOnAsync(this PortalDbContext db, DateOnly day, CancellationToken cancellationToken) =>
        [.. await db.Appointments.InOffice(day).Select(t => t.Person).ToListAsync(cancellationToken)];

    public static async Task<HashSet<PersonId>> RecusedAsync(this PortalDbContext db, Activity activity, CancellationToken cancellationToken)
    {
        var agencies = activity.Agencies.Select(a => (AgencyId?)a.Agency).ToList();
        return [.. await db.Recusals.AsNoTracking()
            .Where(r => (r.State == RecusalState.Declared || r.State == RecusalState.Recused) && (agencies.Contains(r.Agency) || r.Activity == activity.Id))
            .Select(r => r.Person)
            .ToListAsync(cancellationToken)];
    }

    private static async Task<Dictionary<PersonId, string>> SameDayAsync(this PortalDbContext db, Activity activity, RecusedFrom reader, CancellationToken cancellationToken)
    {
        var (id, day) = (activity.Id, activity.Date);
        var parts = await (
            from other in db.Activities.AsNoTracking().OpenTo(reader)
            where other.Date == day && other.Id != id && other.State != ActivityState.Cancelled
            join part in db.Participations.AsNoTracking() on other.Id equals part.Activity
            where part.State == ParticipationState.Invited || part.State == ParticipationState.Accepted || part.State == ParticipationState.LeaveRequested
            select new { part.Person, other.Title }).ToListAsync(cancellationToken);
        return parts.GroupBy(p => p.Person).ToDictionary(p => p.Key, p => p.First().Title);
    }
}

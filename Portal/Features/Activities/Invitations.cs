using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;

namespace Portal.Features.Activities;

/// <summary>Who of the chosen groups is invited, and who is left out and why.</summary>
public sealed record Invitations(IReadOnlyList<Invitee> Invited, IReadOnlyList<LeftOut> LeftOut);

public sealed record Invitee(PersonId Person, string Name, SourceCategory Group);

/// <param name="Why">The provision that stands in the way, the same that would refuse the invitation.</param>
public sealed record LeftOut(PersonId Person, string Name, SourceCategory Group, RuleViolation Why);

/// <summary>An activity that was planned.</summary>
public sealed record PlannedActivity(ActivityId Id, string Number, Invitations Invitations);

internal static class InvitationQueries
{
    /// <summary>Whole groups: in office on the day (Article 17) and not recused (Article 11). Who holds office today and not on the day is named too, so that nobody is missing without a word.</summary>
    public static async Task<Invitations> InvitationsAsync(this PortalDbContext db, Activity activity, IReadOnlyCollection<SourceCategory> groups, DateOnly today, CancellationToken cancellationToken)
    {
        var day = activity.Date;
        var terms = await db.Appointments.AsNoTracking()
            .Where(t => (t.TermStart <= day && t.TermEnd >= day) || (t.TermStart <= today && t.TermEnd >= today))
            .Join(db.People, t => t.Person, p => p.Id, (t, p) => new { Term = t, p.FullName })
            .ToListAsync(cancellationToken);
        var recused = await db.RecusedAsync(activity, cancellationToken);
        var (invited, leftOut) = (new List<Invitee>(), new List<LeftOut>());
        foreach (var person in terms.GroupBy(t => t.Term.Person))
        {
            var onTheDay = person.FirstOrDefault(t => t.Term.IsInOffice(day));
            var shown = onTheDay ?? person.FirstOrDefault(t => t.Term.IsInOffice(today));
            if (shown is null || !groups.Contains(shown.Term.Group))
            {
                continue;
            }

            if (activity.WhyNotInvite(onTheDay is not null, recused.Contains(person.Key)) is { } why)
            {
                leftOut.Add(new LeftOut(person.Key, shown.FullName, shown.Term.Group, why));
            }
            else
            {
                invited.Add(new Invitee(person.Key, shown.FullName, shown.Term.Group));
            }
        }

        return new Invitations(
            [.. invited.OrderBy(i => i.Group).ThenBy(i => i.Name, StringComparer.Ordinal)],
            [.. leftOut.OrderBy(l => l.Group).ThenBy(l => l.Name, StringComparer.Ordinal)]);
    }

    private static async Task<HashSet<PersonId>> RecusedAsync(this PortalDbContext db, Activity activity, CancellationToken cancellationToken)
    {
        var agencies = activity.Agencies.Select(a => (AgencyId?)a.Agency).ToList();
        return [.. await db.Recusals.AsNoTracking()
            .Where(r => (r.State == RecusalState.Declared || r.State == RecusalState.Recused) && (agencies.Contains(r.Agency) || r.Activity == activity.Id))
            .Select(r => r.Person)
            .ToListAsync(cancellationToken)];
    }
}

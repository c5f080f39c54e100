using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Data.Letters;

/// <summary>Somebody who is to take part in an activity with documents, and bears no letter of introduction to one of its agencies on its day (Article 12).</summary>
public sealed record MissingLetter(PersonId Person, string Name, AgencyId Agency);

public static class MissingLettersExtensions
{
    /// <summary>Nothing for an activity without documents. Whoever asked for leave may still come: their leave is answered before it begins.</summary>
    public static async Task<IReadOnlyList<MissingLetter>> MissingLettersAsync(this PortalDbContext db, Activity activity, CancellationToken cancellationToken)
    {
        if (!activity.RequiresDocumentAccess)
        {
            return [];
        }

        var (id, day) = (activity.Id, activity.Date);
        var agencies = activity.Agencies.Select(a => a.Agency).ToList();
        var people = await (
            from part in db.Participations.AsNoTracking()
            join person in db.People on part.Person equals person.Id
            where part.Activity == id && Attendance.Unrecorded.Contains(part.State)
            select new { person.Id, person.FullName }).ToListAsync(cancellationToken);
        var letters = await db.IntroductionLetters.AsNoTracking()
            .Where(l => (l.State == LetterState.Issued || l.State == LetterState.Used) && l.ValidFrom <= day && l.ValidTo >= day && agencies.Contains(l.Agency))
            .ToListAsync(cancellationToken);
        return
        [
            .. from person in people.OrderBy(p => p.FullName, StringComparer.Ordinal)
               from agency in agencies
               where !letters.Exists(l => l.Covers(person.Id, agency, day))
               select new MissingLetter(person.Id, person.FullName, agency),
        ];
    }
}

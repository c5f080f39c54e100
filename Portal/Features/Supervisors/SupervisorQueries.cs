using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Supervisors;

/// <summary>What the register of supervisors reads.</summary>
internal static class SupervisorQueries
{
    /// <summary>A person with the one term that counts: the one in office that day, else the latest that did not fall away before it began.</summary>
    public static IQueryable<SupervisorEntry> Supervisors(this PortalDbContext db, DateOnly today) =>
        from person in db.People.AsNoTracking()
        join term in db.Appointments on person.Id equals term.Person
        where term.Id == db.Appointments
            .Where(t => t.Person == person.Id)
            .OrderByDescending(InOfficeExtensions.IsInOfficeOn(today))
            .ThenBy(t => t.EndedOn < t.TermStart)
            .ThenByDescending(t => t.Sequence)
            .Select(t => t.Id)
            .First()
        select new SupervisorEntry { Person = person, Term = term };

    public static IQueryable<SupervisorEntry> Where(this IQueryable<SupervisorEntry> entries, SupervisorFilter filter, PortalDbContext db, DateOnly today)
    {
        entries = filter.Status switch
        {
            SupervisorStatus.InOffice => entries.InOffice(today),
            SupervisorStatus.Upcoming => entries.Where(e => e.Term.TermStart > today && !(e.Term.EndedOn < e.Term.TermStart)),
            SupervisorStatus.Ended => entries.Where(e => e.Term.TermEnd < today || e.Term.EndedOn < today || e.Term.EndedOn < e.Term.TermStart),
            _ => entries,
        };
        if (filter.EndingWithin is { } days)
        {
            var horizon = today.AddDays(days);
            entries = entries.InOffice(today).Where(e => e.Term.TermEnd <= horizon || e.Term.EndedOn <= horizon);
        }

        if (filter.Group is { } group)
        {
            entries = entries.Where(e => e.Term.Group == group);
        }

        if (filter.District is { } district)
        {
            entries = entries.Where(e => e.Person.District == district);
        }

        if (filter.Channel is { } channel)
        {
            entries = entries.Where(e => e.Term.Channel == channel);
        }

        return filter.Text is { } text
            ? entries.Where(e => e.Person.FullName.Contains(text) || db.Cards.Where(c => c.Number.Contains(text)).Select(c => c.Person).Contains(e.Person.Id))
            : entries;
    }

    /// <summary>In the order of their valid cards unless the reader asks otherwise; whoever has none comes last.</summary>
    public static IQueryable<SupervisorEntry> InOrder(this IQueryable<SupervisorEntry> entries, Paging paging, PortalDbContext db) => ((paging.Sort, paging.Descending) switch
    {
        ("name", false) => entries.OrderBy(e => e.Person.FullName),
        ("name", true) => entries.OrderByDescending(e => e.Person.FullName),
        ("group", false) => entries.OrderBy(e => e.Term.Group),
        ("group", true) => entries.OrderByDescending(e => e.Term.Group),
        ("district", false) => entries.OrderBy(e => e.Person.District),
        ("district", true) => entries.OrderByDescending(e => e.Person.District),
        ("from", false) => entries.OrderBy(e => e.Term.TermStart),
        ("from", true) => entries.OrderByDescending(e => e.Term.TermStart),
        ("until", false) => entries.OrderBy(e => e.Term.EndedOn ?? e.Term.TermEnd),
        ("until", true) => entries.OrderByDescending(e => e.Term.EndedOn ?? e.Term.TermEnd),
        ("card", true) => entries.OrderByDescending(e => db.Cards.Where(c => c.Person == e.Person.Id && c.State == CardState.Active).Select(c => c.Number).FirstOrDefault()),
        _ => entries
            .OrderBy(e => !db.Cards.Any(c => c.Person == e.Person.Id && c.State == CardState.Active))
            .ThenBy(e => db.Cards.Where(c => c.Person == e.Person.Id && c.State == CardState.Active).Select(c => c.Number).FirstOrDefault()),
    }).ThenBy(e => e.Person.FullName).ThenBy(e => e.Person.Id);

    /// <summary>Adds the cards, in one query for all rows: the valid one, else the latest.</summary>
    public static async Task<IReadOnlyList<SupervisorRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<SupervisorEntry> entries, DateOnly today, CancellationToken cancellationToken)
    {
        var people = entries.Select(e => e.Person.Id).ToList();
        var cards = people.Count > Paging.Size ? db.Cards : db.Cards.Where(c => people.Contains(c.Person));
        var byPerson = (await cards.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(c => c.Person);
        return [.. entries.Select(e => SupervisorRow.Of(
            e.Person, e.Term, byPerson[e.Person.Id].OrderBy(c => c.State != CardState.Active).ThenByDescending(c => c.Number, StringComparer.Ordinal).FirstOrDefault(), today))];
    }

    public static async Task<int?> FirstYearOfAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        (await db.Participations.Where(p => p.Person == person).Join(db.Activities, p => p.Activity, a => a.Id, (p, a) => (DateOnly?)a.Date).MinAsync(cancellationToken))?.Year;

    public static async Task<IReadOnlyList<AttendanceRow>> AttendanceOfAsync(this PortalDbContext db, PersonId person, int year, Actor reader, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await (
            from activity in db.Activities.AsNoTracking().OpenTo(recused).KnownTo(reader, today)
            join participation in db.Participations on activity.Id equals participation.Activity
            where participation.Person == person && activity.Date >= first && activity.Date <= last
            orderby activity.Date, activity.Number
            select new AttendanceRow(activity.Id, activity.Number, activity.Title, activity.Kind, activity.Date, participation.State)).ToListAsync(cancellationToken);
    }

    /// <summary>What the person filed alone or with others, and the reader may know of.</summary>
    public static IQueryable<Finding> FindingsBy(this PortalDbContext db, PersonId person, RecusedFrom recused)
    {
        var joint = db.Findings.SelectMany(f => f.CoAuthors, (f, c) => new { f.Id, c.Person }).Where(x => x.Person == person).Select(x => x.Id);
        return db.Findings.AsNoTracking().OpenTo(recused).Where(f => f.Author == person || joint.Contains(f.Id));
    }

    /// <summary>The person's recusals, without those from a matter that is hidden from the reader.</summary>
    public static async Task<IReadOnlyList<StandingRecusal>> RecusalsOfAsync(this PortalDbContext db, PersonId person, Actor reader, DateOnly today, CancellationToken cancellationToken) =>
        await (await db.RecusalsOpenToAsync(reader, today, cancellationToken)).AsNoTracking()
            .Where(r => r.Person == person)
            .OrderByDescending(r => r.FiledOn)
            .ThenBy(r => r.Id)
            .Select(r => new StandingRecusal(
                r.Id,
                db.Agencies.Where(a => a.Id == r.Agency).Select(a => a.Name).FirstOrDefault()
                    ?? db.Activities.Where(a => a.Id == r.Activity).Select(a => a.Title).FirstOrDefault()
                    ?? db.Findings.Where(f => f.Id == r.Finding).Select(f => f.Number).First(),
                r.Ground,
                r.State,
                r.FiledOn))
            .ToListAsync(cancellationToken);

    private static IQueryable<SupervisorEntry> InOffice(this IQueryable<SupervisorEntry> entries, DateOnly today) =>
        entries.Where(e => e.Term.TermStart <= today && e.Term.TermEnd >= today && (e.Term.EndedOn == null || e.Term.EndedOn >= today));
}

/// <summary>What a row is made of, before it is brought into order.</summary>
internal sealed class SupervisorEntry
{
    public required Person Person { get; init; }

    public required Appointment Term { get; init; }
}

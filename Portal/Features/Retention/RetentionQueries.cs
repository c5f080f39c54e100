using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;

namespace Portal.Features.Retention;

/// <summary>What the retention page reads.</summary>
internal static class RetentionQueries
{
    /// <summary>Without those of findings that the reader steps aside from.</summary>
    public static async Task<IReadOnlyList<LegalHoldRow>> HoldRowsAsync(this PortalDbContext db, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var open = db.Findings.OpenTo(recused);
        return await (
            from hold in db.LegalHolds.AsNoTracking()
            where hold.Finding == null || open.Any(f => f.Id == hold.Finding)
            orderby hold.LiftedAt != null, hold.PlacedAt descending
            select new LegalHoldRow(
                hold.Id,
                hold.Person,
                hold.Finding,
                hold.Person != null
                    ? db.People.Where(p => p.Id == hold.Person).Select(p => p.FullName).First()
                    : db.Findings.Where(f => f.Id == hold.Finding).Select(f => f.Number).First(),
                hold.Reason,
                db.People.Where(p => p.Id == hold.PlacedBy).Select(p => p.FullName).First(),
                hold.PlacedAt,
                hold.LiftReason,
                db.People.Where(p => p.Id == hold.LiftedBy).Select(p => p.FullName).FirstOrDefault(),
                hold.LiftedAt)).ToListAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<RetentionRunRow>> LastRunsAsync(this PortalDbContext db, int atMost, CancellationToken cancellationToken) =>
    [
        .. (await db.RetentionRuns.AsNoTracking().OrderByDescending(r => r.Day).Take(atMost).ToListAsync(cancellationToken))
            .Select(r => new RetentionRunRow(r.Day, r.StartedAt, r.FinishedAt, r.Lines)),
    ];

    /// <summary>Whoever holds or held office.</summary>
    public static async Task<IReadOnlyList<RetentionPerson>> RetentionPeopleAsync(this PortalDbContext db, CancellationToken cancellationToken) => await (
        from person in db.People.AsNoTracking()
        where db.Appointments.Any(t => t.Person == person.Id)
        orderby person.FullName, person.Id
        select new RetentionPerson(person.Id, person.FullName, db.Cards.Where(c => c.Person == person.Id).OrderByDescending(c => c.Number).Select(c => c.Number).FirstOrDefault()))
        .ToListAsync(cancellationToken);

    /// <summary>The finding of this number, unless it is not there for whoever asks.</summary>
    public static async Task<FindingId?> OpenFindingAsync(this PortalDbContext db, string number, RecusedFrom recused, CancellationToken cancellationToken) =>
        await db.Findings.OpenTo(recused).Where(f => f.Number == number).Select(f => (FindingId?)f.Id).SingleOrDefaultAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Retention;

/// <summary>Everybody and everything under a legal hold at this moment. They are few, so that they are read once and used as a filter.</summary>
/// <param name="Findings">Those held themselves, and those that held people filed.</param>
/// <param name="Applications">Those by which held people came into office, or tried to.</param>
/// <param name="Objections">Those against held people.</param>
public sealed record Holds(IReadOnlyList<PersonId> People, IReadOnlyList<FindingId> Findings, IReadOnlyList<RecruitmentApplicationId> Applications, IReadOnlyList<ObjectionId> Objections)
{
    public bool Any => People.Count + Findings.Count > 0;

    /// <summary>By the ids that stand for them elsewhere.</summary>
    public IReadOnlyList<Guid> Subjects { get; } = [.. People.Select(p => p.Value), .. Findings.Select(f => f.Value), .. Applications.Select(a => a.Value), .. Objections.Select(o => o.Value)];
}

public static class HoldsExtensions
{
    public static async Task<Holds> HoldsAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        var inForce = await db.LegalHolds.AsNoTracking().Where(h => h.LiftedAt == null).Select(h => new { h.Person, h.Finding }).ToListAsync(cancellationToken);
        var people = inForce.Select(h => h.Person).OfType<PersonId>().ToList();
        var filed = people.Count == 0 ? [] : await db.Findings.Where(f => people.Contains(f.Author)).Select(f => f.Id).ToListAsync(cancellationToken);
        var applications = people.Count == 0 ? [] : await db.ApplicationsOf(people).Select(a => a.Id).ToListAsync(cancellationToken);
        var objections = applications.Count == 0 ? [] : await db.Objections.Where(o => applications.Contains(o.Application)).Select(o => o.Id).ToListAsync(cancellationToken);
        return new Holds(people, [.. inForce.Select(h => h.Finding).OfType<FindingId>().Union(filed)], applications, objections);
    }

    /// <summary>Whoever was appointed is known by the application itself, anybody else by the number in it.</summary>
    private static IQueryable<Application> ApplicationsOf(this PortalDbContext db, List<PersonId> people)
    {
        var appointed = people.ConvertAll(p => (PersonId?)p);
        return db.Applications.Where(a => appointed.Contains(a.Person)
            || db.People.Any(p => people.Contains(p.Id) && EF.Property<string?>(p, ProtectedColumns.IdNumberHash) != null
                && EF.Property<string?>(p, ProtectedColumns.IdNumberHash) == EF.Property<string?>(a, ProtectedColumns.IdNumberHash)));
    }
}

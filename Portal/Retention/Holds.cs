using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Retention;

/// <summary>Everybody and everything under a legal hold at this moment. They are few, so that they are read once and used as a filter.</summary>
/// <param name="Findings">Those held themselves, and those that held people filed.</param>
public sealed record Holds(IReadOnlyList<PersonId> People, IReadOnlyList<FindingId> Findings)
{
    public bool Any => People.Count + Findings.Count > 0;

    /// <summary>By the ids that stand for them elsewhere.</summary>
    public IReadOnlyList<Guid> Subjects { get; } = [.. People.Select(p => p.Value), .. Findings.Select(f => f.Value)];
}

public static class HoldsExtensions
{
    public static async Task<Holds> HoldsAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        var inForce = await db.LegalHolds.AsNoTracking().Where(h => h.LiftedAt == null).Select(h => new { h.Person, h.Finding }).ToListAsync(cancellationToken);
        var people = inForce.Select(h => h.Person).OfType<PersonId>().ToList();
        var filed = people.Count == 0 ? [] : await db.Findings.Where(f => people.Contains(f.Author)).Select(f => f.Id).ToListAsync(cancellationToken);
        return new Holds(people, [.. inForce.Select(h => h.Finding).OfType<FindingId>().Union(filed)]);
    }
}

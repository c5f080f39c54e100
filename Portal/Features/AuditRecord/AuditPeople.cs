using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Features.AuditRecord;

/// <summary>Says people by their names where the record holds their keys, which tell nobody anything. Of whom the portal keeps no name any more, the key stays.</summary>
internal static class AuditPeople
{
    public static async Task<IReadOnlyList<AuditChange>> NamingAsync(this PortalDbContext db, string? objectType, IReadOnlyList<AuditChange> changes, CancellationToken cancellationToken)
    {
        var people = People(objectType, changes).ToList();
        return people.Count == 0 ? changes : Named(objectType, changes, await db.FullNamesAsync(people, cancellationToken));
    }

    public static async Task<IReadOnlyList<AuditRow>> NamingAsync(this PortalDbContext db, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var people = rows.SelectMany(r => People(r.ObjectType, r.Changes)).Distinct().ToList();
        if (people.Count == 0)
        {
            return rows;
        }

        var names = await db.FullNamesAsync(people, cancellationToken);
        return [.. rows.Select(r => r with { Changes = Named(r.ObjectType, r.Changes, names) })];
    }

    private static Task<Dictionary<string, string>> FullNamesAsync(this PortalDbContext db, IReadOnlyList<PersonId> people, CancellationToken cancellationToken) =>
        db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => AuditedObject.Of(p.Id).Id, p => p.FullName, cancellationToken);

    private static IEnumerable<PersonId> People(string? objectType, IReadOnlyList<AuditChange> changes) =>
        from change in changes
        where AuditFields.TypeOf(objectType, change.Name) == typeof(PersonId)
        from value in new[] { change.Before, change.After }
        where Guid.TryParse(value, out _)
        select PersonId.From(Guid.Parse(value!));

    private static IReadOnlyList<AuditChange> Named(string? objectType, IReadOnlyList<AuditChange> changes, Dictionary<string, string> names) =>
    [
        .. changes.Select(c => AuditFields.TypeOf(objectType, c.Name) == typeof(PersonId)
            ? c with { Before = c.Before is { } was ? names.GetValueOrDefault(was, was) : null, After = c.After is { } became ? names.GetValueOrDefault(became, became) : null }
            : c),
    ];
}

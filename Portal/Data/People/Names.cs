using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;

namespace Portal.Data.People;

public static class NamesExtensions
{
    /// <summary>What these people are called.</summary>
    public static Task<Dictionary<PersonId, string>> NamesAsync(this PortalDbContext db, IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var wanted = people.Distinct().ToList();
        return db.People.Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
    }
}

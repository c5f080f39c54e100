using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Evidence;

public static class StagedEvidence
{
    /// <summary>Files chosen while a form was being written become part of what was filed, in the transaction that files it.</summary>
    public static async Task AdoptEvidenceAsync(this PortalDbContext db, EvidenceMatter from, EvidenceOwner to, PersonId author, CancellationToken cancellationToken)
    {
        foreach (var file in await db.Evidence.Where(f => f.Matter == from && f.Owner == to.Id && f.AddedBy == author).ToListAsync(cancellationToken))
        {
            file.Matter = to.Matter;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Files of an objection: for those who handle it and nobody else, since they may say who objects (Article 6).</summary>
internal sealed class ObjectionEvidence() : OfficeEvidence(EvidenceMatter.Objection, Permissions.HandleObjections, Permissions.HandleObjections)
{
    protected override Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = ObjectionId.From(id);
        return db.Objections.Where(o => o.Id == key).Select(o => (bool?)Objection.OpenStates.Contains(o.State)).SingleOrDefaultAsync(cancellationToken);
    }
}

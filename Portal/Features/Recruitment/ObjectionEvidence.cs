using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Who has to do with the files of an objection: those who handle it and nobody else, since they may say who objects (Article 6).</summary>
internal sealed class ObjectionEvidence : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.Objection;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!Roles.Grant(actor.Role, Permissions.HandleObjections))
        {
            return null;
        }

        var key = ObjectionId.From(id);
        var state = await db.Objections.Where(o => o.Id == key).Select(o => (ObjectionState?)o.State).SingleOrDefaultAsync(cancellationToken);
        return state is not { } known ? null : new EvidenceRights
        {
            Owner = new EvidenceOwner(EvidenceMatter.Objection, id),
            KnowsAuthors = true,
            Adds = Objection.OpenStates.Contains(known) ? [EvidenceKind.Material] : [],
        };
    }
}

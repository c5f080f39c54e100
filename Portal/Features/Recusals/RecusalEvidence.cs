using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Recusals;
using Portal.Evidence;

namespace Portal.Features.Recusals;

/// <summary>Who has to do with the files of a recusal: whoever declares it brings them until it is decided, whoever reads recusals sees them (Article 11).</summary>
internal sealed class RecusalEvidence(TimeProvider clock) : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.Recusal;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var key = RecusalId.From(id);
        var owner = new EvidenceOwner(EvidenceMatter.Recusal, id);
        if (Roles.Grant(actor.Role, Permissions.SeeRecusals))
        {
            var open = await db.RecusalsOpenToAsync(actor, clock.Today(), cancellationToken);
            return await open.AnyAsync(r => r.Id == key, cancellationToken) ? new EvidenceRights { Owner = owner, KnowsAuthors = true } : null;
        }

        if (!Roles.Grant(actor.Role, Permissions.SeeOwnRecusals))
        {
            return null;
        }

        var state = await db.Recusals.Where(r => r.Id == key && r.Person == actor.Person).Select(r => (RecusalState?)r.State).SingleOrDefaultAsync(cancellationToken);
        return state is not { } known ? null : new EvidenceRights
        {
            Owner = owner,
            OwnOnly = true,
            KnowsAuthors = true,
            Adds = known is RecusalState.Declared or RecusalState.Directed or RecusalState.Requested ? [EvidenceKind.Material] : [],
        };
    }
}

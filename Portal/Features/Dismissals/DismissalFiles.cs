using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Evidence;

namespace Portal.Features.Dismissals;

/// <summary>Who has to do with the files of a dismissal: whoever reads dismissals sees them, clerks bring them until it is closed (Article 18).</summary>
internal sealed class DismissalFiles : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.Dismissal;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!Roles.Grant(actor.Role, Permissions.SeeDismissals))
        {
            return null;
        }

        var key = DismissalCaseId.From(id);
        var state = await db.Dismissals.Where(c => c.Id == key).Select(c => (DismissalState?)c.State).SingleOrDefaultAsync(cancellationToken);
        return state is not { } known ? null : new EvidenceRights
        {
            Owner = new EvidenceOwner(EvidenceMatter.Dismissal, id),
            KnowsAuthors = true,
            Adds = Roles.Grant(actor.Role, Permissions.HandleDismissal) && known is not (DismissalState.Closed or DismissalState.Dropped) ? [EvidenceKind.Material] : [],
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Who has to do with the files of an application: whoever reads applications sees them, clerks bring them while it is under way (Articles 2, 5).</summary>
internal sealed class ApplicationEvidence : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.Application;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!Roles.Grant(actor.Role, Permissions.SeeRecruitment))
        {
            return null;
        }

        var key = RecruitmentApplicationId.From(id);
        var state = await db.Applications.Where(a => a.Id == key).Select(a => (ApplicationState?)a.State).SingleOrDefaultAsync(cancellationToken);
        return state is not { } known ? null : new EvidenceRights
        {
            Owner = new EvidenceOwner(EvidenceMatter.Application, id),
            KnowsAuthors = true,
            Adds = Roles.Grant(actor.Role, Permissions.ManageRecruitment) && Application.LiveStates.Contains(known) ? [EvidenceKind.Material] : [],
        };
    }
}

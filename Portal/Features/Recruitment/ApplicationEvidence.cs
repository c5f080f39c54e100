using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Files of an application: whoever reads applications sees them, clerks bring them while it is under way (Articles 2, 5).</summary>
internal sealed class ApplicationEvidence() : OfficeEvidence(EvidenceMatter.Application, Permissions.SeeRecruitment, Permissions.ManageRecruitment)
{
    protected override Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = RecruitmentApplicationId.From(id);
        return db.Applications.Where(a => a.Id == key).Select(a => (bool?)Application.LiveStates.Contains(a.State)).SingleOrDefaultAsync(cancellationToken);
    }
}

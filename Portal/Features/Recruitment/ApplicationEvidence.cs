using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Files of an application: whoever reads applications sees them, clerks bring them while it is under way, the applicant until somebody begins to review it (Articles 2, 5).</summary>
internal sealed class ApplicationEvidence(TimeProvider clock) : OfficeEvidence(EvidenceMatter.Application, Permissions.SeeRecruitment, Permissions.ManageRecruitment), IVisitorMatter
{
    public string Page => "/public/application";

    public string Act => AuditActs.ApplyPublicly;

    public async Task<VisitorRights?> RightsAsync(PortalDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Applications.AsNoTracking().AsSplitQuery().WithLink(code).SingleOrDefaultAsync(cancellationToken) is { } application ? new VisitorRights(application.Id.Value, application.TakesFiles(clock.Today())) : null;

    protected override Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = RecruitmentApplicationId.From(id);
        return db.Applications.Where(a => a.Id == key).Select(a => (bool?)Application.LiveStates.Contains(a.State)).SingleOrDefaultAsync(cancellationToken);
    }
}

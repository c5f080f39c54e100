using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Evidence;

namespace Portal.Features.Recruitment;

/// <summary>Files of an objection: for those who handle it and nobody else; whoever objects adds to them until it is decided, and sees none again, since they may say who objects (Article 6).</summary>
internal sealed class ObjectionEvidence() : OfficeEvidence(EvidenceMatter.Objection, Permissions.HandleObjections, Permissions.HandleObjections), IVisitorMatter
{
    public string Page => "/public/objection";

    public string Act => AuditActs.ObjectPublicly;

    public async Task<VisitorRights?> RightsAsync(PortalDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Objections.AsNoTracking().WithLink(code).SingleOrDefaultAsync(cancellationToken) is { } objection ? new VisitorRights(objection.Id.Value, objection.IsOpen) : null;

    protected override Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = ObjectionId.From(id);
        return db.Objections.Where(o => o.Id == key).Select(o => (bool?)Objection.OpenStates.Contains(o.State)).SingleOrDefaultAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Evidence;

namespace Portal.Features.Dismissals;

/// <summary>Files of a dismissal: whoever reads dismissals sees them, clerks bring them until it is closed (Article 18).</summary>
internal sealed class DismissalFiles() : OfficeEvidence(EvidenceMatter.Dismissal, Permissions.SeeDismissals, Permissions.HandleDismissal)
{
    protected override Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = DismissalCaseId.From(id);
        return db.Dismissals.Where(c => c.Id == key).Select(c => (bool?)(c.State != DismissalState.Closed && c.State != DismissalState.Dropped)).SingleOrDefaultAsync(cancellationToken);
    }
}

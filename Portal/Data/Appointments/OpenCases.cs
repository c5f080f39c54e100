using Microsoft.EntityFrameworkCore;
using Portal.Domain.Appointments;
using Portal.Domain.People;

namespace Portal.Data.Appointments;

/// <summary>Whether somebody is being dismissed at the moment: asked before another dismissal, and before a renewal (Articles 17, 18).</summary>
public static class OpenCases
{
    public static Task<bool> HasOpenCaseAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.Dismissals.AnyAsync(d => d.Person == person && DismissalCase.OpenStates.Contains(d.State), cancellationToken);
}

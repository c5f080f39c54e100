using Microsoft.EntityFrameworkCore;
using Portal.Domain.Appointments;
using Portal.Domain.People;

namespace Portal.Data.Appointments;

/// <summary>Whether somebody is being dismissed, or has resigned: asked before another dismissal, and before a renewal (Articles 17, 18).</summary>
public static class OpenCases
{
    public static Task<bool> HasOpenCaseAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.Dismissals.AnyAsync(d => d.Person == person && DismissalCase.OpenStates.Contains(d.State), cancellationToken);

    /// <summary>Whether a resignation of theirs waits: all that the person themselves is told of.</summary>
    public static Task<bool> HasResignedAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.Dismissals.AnyAsync(d => d.Person == person && d.Ground == DismissalGround.Resignation && DismissalCase.OpenStates.Contains(d.State), cancellationToken);
}

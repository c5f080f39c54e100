using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Access;
using Portal.Data;

namespace Portal.Evidence;

/// <summary>The files of a matter that is the office's own: whoever reads such matters sees them, whoever handles them brings files as long as the matter takes any.</summary>
public abstract class OfficeEvidence(EvidenceMatter matter, OperationAuthorizationRequirement see, OperationAuthorizationRequirement handle) : IEvidenceOwner
{
    public EvidenceMatter Matter => matter;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        Roles.Grant(actor.Role, see) && await TakesFilesAsync(db, id, cancellationToken) is { } takes
            ? new EvidenceRights
            {
                Owner = new EvidenceOwner(matter, id),
                KnowsAuthors = true,
                TakesBackVisitors = Roles.Grant(actor.Role, handle),
                Adds = takes && Roles.Grant(actor.Role, handle) ? [EvidenceKind.Material] : [],
            }
            : null;

    /// <returns>Whether files may still be added; <c>null</c> when there is no such matter.</returns>
    protected abstract Task<bool?> TakesFilesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken);
}

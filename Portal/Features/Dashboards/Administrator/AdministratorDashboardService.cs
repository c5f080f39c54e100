using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Lets an administrator to the desk, counts it without what they step aside from, and decides recusals on the spot (Article 11).</summary>
public sealed class AdministratorDashboardService(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, AdministratorSnapshotQuery snapshots, TimeProvider clock)
{
    /// <summary>Who sits down at the desk. A page asks before it watches the figures of the whole office.</summary>
    public async Task<PersonId> EnterAsync(CancellationToken cancellationToken = default)
    {
        var clerk = await access.DemandAsync(Permissions.SeeAdministratorDashboard, cancellationToken: cancellationToken);
        // The desk says why people step aside.
        await views.RecordAsync(clerk, Permissions.SeeAdministratorDashboard, AuditedObject.All<RecusalId>(), cancellationToken);
        return clerk.Person;
    }

    /// <summary>Counts for this reader alone: for those who step aside from something, and before the first count for everybody is there.</summary>
    public async Task<AdministratorSnapshot> CountAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeAdministratorDashboard, cancellationToken: cancellationToken);
        return await snapshots.TakeAsync(await RecusedFromAsync(actor.Person, cancellationToken), actor.Person, cancellationToken);
    }

    public Task AcceptAsync(RecusalId id, CancellationToken cancellationToken = default) =>
        DecideAsync(id, (db, recusal, clerk) => db.AcceptAsync(recusal, clerk, clock.Today(), cancellationToken), cancellationToken);

    public Task DeclineAsync(RecusalId id, string reason, CancellationToken cancellationToken = default) =>
        DecideAsync(id, (db, recusal, clerk) => db.DeclineAsync(recusal, clerk, reason, clock.Today(), cancellationToken), cancellationToken);

    private async Task DecideAsync(RecusalId id, Func<PortalDbContext, RecusalDeclaration, PersonId, Task> decide, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.DecideRecusal, cancellationToken: cancellationToken);
                await decide(db, await db.RecusalToDecideAsync(id, actor, clock.Today(), cancellationToken), actor.Person);
            },
            cancellationToken);
    }

    private async Task<RecusedFrom> RecusedFromAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RecusedFromAsync(person, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>Declaring and deciding recusals (Article 11).</summary>
public sealed class RecusalService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    public async Task<PageOf<RecusalRow>> ListAsync(RecusalFilter? filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecusals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.RecusalsOpenToAsync(actor, clock.Today(), cancellationToken);
        await views.RecordAsync(actor, Permissions.SeeRecusals, AuditedObject.All<RecusalId>(), cancellationToken);
        return await db.Rows(db.InOrder(open.Where(filter), paging)).PageAsync(paging, cancellationToken);
    }

    public async Task<IReadOnlyList<RecusalRow>> ExportAsync(RecusalFilter? filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecusals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.RecusalsOpenToAsync(actor, clock.Today(), cancellationToken);
        return await db.Rows(db.InOrder(open.Where(filter), paging)).AllForExportAsync(cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<RecusalRow?> GetAsync(RecusalId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecusals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.RecusalsOpenToAsync(actor, clock.Today(), cancellationToken);
        var row = await db.Rows(open.Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken);
        if (row is not null)
        {
            await views.RecordAsync(actor, Permissions.SeeRecusals, AuditedObject.Of(id), cancellationToken);
        }

        return row;
    }

    public async Task<IReadOnlyList<RecusalRow>> MineAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnRecusals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Rows(db.InOrder(db.Recusals.Where(r => r.Person == actor.Person), new Paging())).ToListAsync(cancellationToken);
    }

    public async Task<RecusalChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.DeclareRecusal, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ChoicesForAsync(actor.Person, await db.RecusedFromAsync(actor.Person, cancellationToken), clock.Today(), cancellationToken);
    }

    /// <summary>Steps aside: in effect at once, also from activities the person is invited to.</summary>
    public async Task<RecusalId> DeclareAsync(RecusalForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.DeclareRecusal, cancellationToken: cancellationToken);
                // What is sent is a matter that the form offered, or one declared before, which is refused by its rule: the title of anything else is not the declarant's to learn.
                if (!(await db.ChoicesForAsync(actor.Person, RecusedFrom.Nothing, clock.Today(), cancellationToken)).Offers(form))
                {
                    throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.DeclareRecusal));
                }

                var matter = form.ToMatter();
                var onRecord = await db.IsOnRecordAsync(actor.Person, matter, cancellationToken);
                var recusal = RecusalDeclaration.Declare(RecusalId.New(), actor.Person, matter, form.Ground!.Value, form.Explanation, clock.Today(), onRecord);
                db.Recusals.Add(recusal);
                await db.StepAsideAsync(recusal, clock.Today(), cancellationToken);
                return recusal.Id;
            },
            cancellationToken);
    }

    public Task AcceptAsync(RecusalId id, CancellationToken cancellationToken = default) =>
        DecideAsync(id, (db, recusal, clerk) => db.AcceptAsync(recusal, clerk, clock.Today(), cancellationToken), cancellationToken);

    public Task DeclineAsync(RecusalId id, string reason, CancellationToken cancellationToken = default) =>
        DecideAsync(id, (db, recusal, clerk) => db.DeclineAsync(recusal, clerk, reason, clock.Today(), cancellationToken), cancellationToken);

    public Task LiftAsync(RecusalId id, string reason, CancellationToken cancellationToken = default) => DecideAsync(
        id,
        async (db, recusal, _) =>
        {
            recusal.Lift(reason, clock.Today());
            await db.StepBackInAsync(recusal, clock.Today(), cancellationToken);
        },
        cancellationToken);

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
}

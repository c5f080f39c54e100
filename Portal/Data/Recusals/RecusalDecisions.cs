using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Data.Recusals;

/// <summary>Which recusals a reader may know of, and what a decision does: the same on the register of recusals and on the desk.</summary>
public static class RecusalDecisions
{
    /// <summary>
    /// Leaves out what the reader steps aside from, their own declarations apart, and undercover visits that they do not know of yet.
    /// Who steps aside from a finding of their own would be known as its author: only whoever handles findings reads of that.
    /// </summary>
    public static async Task<IQueryable<RecusalDeclaration>> RecusalsOpenToAsync(this PortalDbContext db, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var known = db.Activities.KnownTo(reader, today);
        var knowsAuthors = Roles.Grant(reader.Role, Permissions.HandleFinding);
        return db.Recusals.OpenTo(recused, reader.Person, db).Where(r => r.Person == reader.Person
            || ((r.Activity == null || known.Any(a => a.Id == r.Activity))
                && (r.Finding == null || knowsAuthors
                    || db.Findings.Any(f => f.Id == r.Finding && f.Author != r.Person && !f.CoAuthors.Any(c => c.Person == r.Person)))));
    }

    /// <summary>The recusal to decide. One that the actor may not know of is refused like one that does not exist (Article 11).</summary>
    /// <exception cref="AccessDeniedException">There is none for this actor.</exception>
    public static async Task<RecusalDeclaration> RecusalToDecideAsync(this PortalDbContext db, RecusalId id, Actor actor, DateOnly today, CancellationToken cancellationToken) =>
        await (await db.RecusalsOpenToAsync(actor, today, cancellationToken)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.DecideRecusal));

    public static Task AcceptAsync(this PortalDbContext db, RecusalDeclaration recusal, PersonId clerk, DateOnly today, CancellationToken cancellationToken)
    {
        recusal.Accept(clerk, today);
        return db.StepAsideAsync(recusal, today, cancellationToken);
    }

    public static Task DeclineAsync(this PortalDbContext db, RecusalDeclaration recusal, PersonId clerk, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        recusal.Decline(clerk, reason, today);
        return db.StepBackInAsync(recusal, today, cancellationToken);
    }
}

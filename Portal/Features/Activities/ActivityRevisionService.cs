using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Activities;

/// <summary>What is changed of an activity after it was planned and before it begins: its facts, and who else is invited (domain.md A2.10).</summary>
public sealed class ActivityRevisionService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <summary>Changes what was planned. Another day asks everybody anew, and frees who is not in office then (Article 17); another agency takes out who is recused from it (Article 11).</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it after it was read.</exception>
    public Task ReviseAsync(ActivityId id, int version, ActivityForm form, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity, actor) =>
        {
            if (activity.Version != version)
            {
                throw new DbUpdateConcurrencyException();
            }

            // An agency that it visits already may be one that no form offers any more.
            var added = new ActivityForm { Agencies = [.. form.Agencies.Where(a => activity.Agencies.All(known => known.Agency.Value != a))] };
            await db.DemandAgenciesAsync(added, await db.RecusedFromAsync(actor, cancellationToken), cancellationToken);
            var parts = await db.Participations.Where(p => p.Activity == id).ToListAsync(cancellationToken);
            var moved = activity.Date != form.Date;
            activity.Revise(
                form.Title.Trim(), form.Kind, form.Mode, form.Date!.Value, form.HourTenths, form.Mandatory, form.RequiresDocumentAccess,
                form.AgencyIds, form.RemarkOrNone, form.Capacity, parts.Count(p => p.TakesPlace));
            if (moved)
            {
                var inOffice = await db.InOfficeOnAsync(activity.Date, cancellationToken);
                parts.ForEach(p => p.MoveToAnotherDay(inOffice.Contains(p.Person)));
            }

            var recused = await db.RecusedAsync(activity, cancellationToken);
            foreach (var part in parts)
            {
                if (recused.Contains(part.Person) && part.WhyNotRecuse() is null)
                {
                    part.Recuse();
                }
                else if (part.State == ParticipationState.Recused && !recused.Contains(part.Person))
                {
                    part.Reinstate();
                }
            }

            // Whoever was excused for the old day is invited for the new one.
            Rule.Require(activity.WhyNotSeat(parts.Count(p => p.TakesPlace)));
        },
        cancellationToken);

    /// <summary>Who is not invited yet, and whether they can be.</summary>
    /// <returns><c>null</c> when there is no such activity, or the actor may not know of it.</returns>
    public async Task<Candidates?> CandidatesAsync(ActivityId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reader = await db.RecusedFromAsync(actor.Person, cancellationToken);
        if (await db.Activities.AsNoTracking().OpenTo(reader).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } activity)
        {
            return null;
        }

        var parts = await db.Participations.AsNoTracking().Where(p => p.Activity == id).ToListAsync(cancellationToken);
        var taken = parts.Count(p => p.TakesPlace);
        var invited = parts.Select(p => p.Person).ToHashSet();
        var people = await db.CandidatesAsync(activity, taken, clock.Today(), reader, cancellationToken);
        return new Candidates([.. people.Where(c => !invited.Contains(c.Person))], activity.Capacity - taken);
    }

    /// <summary>Invites further people: all of them or, when one is refused, none.</summary>
    public Task InviteAsync(ActivityId id, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity, _) =>
        {
            var parts = await db.Participations.Where(p => p.Activity == id).ToListAsync(cancellationToken);
            var taken = parts.Count(p => p.TakesPlace);
            var inOffice = await db.InOfficeOnAsync(activity.Date, cancellationToken);
            var recused = await db.RecusedAsync(activity, cancellationToken);
            foreach (var person in people.Distinct())
            {
                Rule.Require(parts.Exists(p => p.Person == person) ? ActivityRules.AlreadyInvited() : null);
                db.Participations.Add(Participation.Invite(ParticipationId.New(), activity, person, inOffice.Contains(person), recused.Contains(person), taken));
                taken++;
            }
        },
        cancellationToken);

    private async Task ActAsync(ActivityId id, Func<PortalDbContext, Activity, PersonId, Task> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
                await act(db, await db.ActivityToHandleAsync(id, await db.RecusedFromAsync(actor.Person, cancellationToken), cancellationToken), actor.Person);
            },
            cancellationToken);
    }
}

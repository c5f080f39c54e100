using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>Recusals that the section puts on record about a supervisor (domain.md A2.11: directed, or requested by an agency). They take effect when they are decided.</summary>
public sealed class RecusalFilingService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <summary>Whoever holds office today.</summary>
    public async Task<IReadOnlyList<Choice>> PeopleAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.FileRecusal, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.InOfficeAsync(clock.Today(), cancellationToken);
    }

    /// <summary>What this person can be kept from, as far as the clerk may know of it.</summary>
    public async Task<RecusalChoices> ChoicesAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.FileRecusal, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ChoicesForAsync(person, await db.RecusedFromAsync(actor.Person, cancellationToken), clock.Today(), cancellationToken);
    }

    /// <summary>The section does so of its own accord.</summary>
    public Task<RecusalId> DirectAsync(PersonId person, RecusalForm form, CancellationToken cancellationToken = default) =>
        FileAsync(person, form, RecusalDeclaration.Direct, cancellationToken);

    /// <summary>An agency asks for it.</summary>
    public Task<RecusalId> RequestAsync(PersonId person, RecusalForm form, CancellationToken cancellationToken = default) =>
        FileAsync(person, form, RecusalDeclaration.Request, cancellationToken);

    private async Task<RecusalId> FileAsync(
        PersonId person, RecusalForm form, Func<RecusalId, PersonId, RecusalMatter, RecusalGround, string, PersonId, DateOnly, bool, RecusalDeclaration> file, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.FileRecusal, cancellationToken: cancellationToken);
                // Whom and what the form did not offer to this clerk does not exist for them.
                var offered = await db.ChoicesForAsync(person, await db.RecusedFromAsync(actor.Person, cancellationToken), today, cancellationToken);
                if (!offered.Offers(form) || (await db.InOfficeAsync(today, cancellationToken)).All(choice => choice.Id != person.Value))
                {
                    throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.FileRecusal));
                }

                var matter = form.ToMatter();
                var onRecord = await db.IsOnRecordAsync(person, matter, cancellationToken);
                var recusal = file(RecusalId.New(), person, matter, form.Ground!.Value, form.Explanation, actor.Person, today, onRecord);
                db.Recusals.Add(recusal);
                return recusal.Id;
            },
            cancellationToken);
    }
}

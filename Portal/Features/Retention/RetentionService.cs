using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.People;
using Portal.Domain.Retention;
using Portal.Domain.Rules;
using Portal.Retention;

namespace Portal.Features.Retention;

/// <summary>What is kept how long, what is held from it, and erasing one person from the audit record at their request.</summary>
public sealed class RetentionService(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, RetentionRunner runner, AuditTrail trail, IOptions<RetentionOptions> options, TimeProvider clock)
{
    private const int RunsShown = 10;

    public async Task<RetentionOverview> GetAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeRetention, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new RetentionOverview(
            await runner.ReportAsync(cancellationToken),
            options.Value.Hour,
            await db.LastRunsAsync(RunsShown, cancellationToken),
            await db.HoldRowsAsync(await db.RecusedFromAsync(reader.Person, cancellationToken), cancellationToken),
            Roles.Grant(reader.Role, Permissions.ManageHolds),
            reader.IsConfirmed);
    }

    /// <summary>Whom a hold can be placed on, or who can ask to be erased.</summary>
    public async Task<IReadOnlyList<RetentionPerson>> PeopleAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageHolds, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RetentionPeopleAsync(cancellationToken);
    }

    public async Task HoldPersonAsync(PersonId person, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageHolds, cancellationToken: cancellationToken);
                Rule.Require(await db.People.AnyAsync(p => p.Id == person, cancellationToken) ? null : RetentionRules.UnknownSubject());
                var held = await IsHeldAsync(db, person, cancellationToken);
                db.LegalHolds.Add(LegalHold.On(person, reason, held, actor.Person, clock.GetUtcNow()));
            },
            cancellationToken);
    }

    /// <param name="number">Such as WT-2026-0012.</param>
    public async Task HoldFindingAsync(string number, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageHolds, cancellationToken: cancellationToken);
                var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
                var finding = await db.OpenFindingAsync(number.Trim(), recused, cancellationToken) ?? throw new RuleViolationException(RetentionRules.UnknownSubject());
                var held = await db.LegalHolds.AnyAsync(h => h.Finding == finding && h.LiftedAt == null, cancellationToken);
                db.LegalHolds.Add(LegalHold.On(finding, reason, held, actor.Person, clock.GetUtcNow()));
            },
            cancellationToken);
    }

    public async Task LiftAsync(LegalHoldId id, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageHolds, cancellationToken: cancellationToken);
                var open = db.Findings.OpenTo(await db.RecusedFromAsync(actor.Person, cancellationToken));
                var hold = await db.LegalHolds.SingleOrDefaultAsync(h => h.Id == id && (h.Finding == null || open.Any(f => f.Id == h.Finding)), cancellationToken)
                    ?? throw new RuleViolationException(RetentionRules.UnknownSubject());
                hold.Lift(reason, actor.Person, clock.GetUtcNow());
            },
            cancellationToken);
    }

    /// <summary>Destroys the keys of what the audit record keeps about one person. Its rows stay, and the chain verifies as before.</summary>
    /// <param name="typedName">The person's name, typed by whoever does it: this cannot be taken back.</param>
    public async Task EraseAsync(PersonId person, string typedName, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.EraseFromAudit, cancellationToken: cancellationToken);
                var name = await db.People.Where(p => p.Id == person).Select(p => p.FullName).SingleOrDefaultAsync(cancellationToken)
                    ?? throw new RuleViolationException(RetentionRules.UnknownSubject());
                var inOffice = await db.Appointments.InOffice(clock.Today()).AnyAsync(t => t.Person == person, cancellationToken)
                    || await db.Accounts.AnyAsync(a => a.Person == person && a.Role != PortalRole.Supervisor && !a.IsDisabled, cancellationToken);
                Rule.Require(LegalHold.WhyNotErase(name, typedName, reason, await IsHeldAsync(db, person, cancellationToken), inOffice));
                await db.EraseFromAuditAsync(person.Value, cancellationToken);
                foreach (var application in await db.Applications.Where(a => a.Person == person).Select(a => a.Id).ToListAsync(cancellationToken))
                {
                    await db.EraseFromAuditAsync(application.Value, cancellationToken);
                }

                await trail.RecordAsync(
                    new AuditEvent(AuditedActor.Of(actor), Permissions.EraseFromAudit.Name, AuditOutcome.Done) { What = AuditedObject.Of(person), Reason = reason.Trim() },
                    cancellationToken);
            },
            cancellationToken);
    }

    private static Task<bool> IsHeldAsync(PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.LegalHolds.AnyAsync(h => h.Person == person && h.LiftedAt == null, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Data.SignIns;
using Portal.Domain.Accounts;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>Appointing whoever passed the notice (Article 6): proposed by the section after the record was found clear anew, decided by leadership where the office asks for it.</summary>
public sealed class AppointingService(UnitOfWork work, AccessGuard access, IOptions<SignInOptions> options, TimeProvider clock)
{
    private TimeSpan ValidFor => TimeSpan.FromDays(options.Value.InvitationDays);

    /// <param name="start">The first day of the term.</param>
    /// <returns>Where the office asks for no approval, the person's invitation, made in the same act; <c>null</c> while leadership has to decide, or where the clerk's own sign-in is not recent.</returns>
    public async Task<InvitationLink?> ProposeAsync(RecruitmentApplicationId id, int version, DateOnly start, string reason, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                var objections = await db.Objections.Where(o => o.Application == id).ToListAsync(cancellationToken);
                await db.GoingOnAsync(application.Batch, cancellationToken);
                Rule.Require(application.WhyNotAppoint(start, settings.AgeCount, today, objections) ?? Application.WhyNotBegin(start, settings.AppointmentWithinDays, today));
                var proposal = TermProposal.ToAppoint(TermProposalId.New(), id, application.Group, start, reason, actor.Person, today);
                db.TermProposals.Add(proposal);
                if (settings.ApproveAppointments)
                {
                    return null;
                }

                await db.AppointAsync(proposal, actor.Person, approvalNeeded: false, settings, clock.GetUtcNow(), today, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                var person = application.Person;
                var isUnbound = await db.Accounts.AnyAsync(a => a.Person == person && a.Subject == null && !a.IsDisabled, cancellationToken);
                return isUnbound && actor.IsConfirmed && Roles.Grant(actor.Role, Permissions.ManageAccounts)
                    ? await db.InviteAsync(id, actor.Person, ValidFor, clock.GetUtcNow(), cancellationToken)
                    : null;
            },
            cancellationToken);
    }

    /// <summary>A one-time link for the account that came with the appointment; shown to whoever asks, and kept nowhere.</summary>
    public async Task<InvitationLink> InviteAsync(RecruitmentApplicationId id, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageAccounts, cancellationToken: cancellationToken);
                return await db.InviteAsync(id, actor.Person, ValidFor, clock.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes the proposal back before it is decided.</summary>
    public async Task WithdrawAsync(TermProposalId id, int version, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                (await db.TakeUpAsync(id, version, cancellationToken)).Withdraw(actor.Person, clock.Today());
            },
            cancellationToken);
    }
}

internal static class Appointing
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody acted on it meanwhile.</exception>
    public static async Task<TermProposal> TakeUpAsync(this PortalDbContext db, TermProposalId id, int version, CancellationToken cancellationToken)
    {
        var proposal = await db.TermProposals.SingleOrDefaultAsync(p => p.Id == id && p.Kind == TermProposalKind.Appointment, cancellationToken) ?? throw RecruitmentQueries.NotThere();
        proposal.Version.AsShown(version);
        return proposal;
    }

    /// <summary>Person, term, letter, card and account in one act. What was true when it was proposed must still be: age, objections, and the record, which is looked into again where that was too long ago. A decision that comes after the proposed first day begins the term today.</summary>
    public static async Task AppointAsync(
        this PortalDbContext db, TermProposal proposal, PersonId by, bool approvalNeeded, OfficeSettings settings, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        Rule.Require(proposal.WhyNotDecide(by, approvalNeeded));
        var application = (await db.Applications.WholeAsync(proposal.Application!.Value, cancellationToken))!;
        var objections = await db.Objections.Where(o => o.Application == application.Id).ToListAsync(cancellationToken);
        var start = proposal.EffectiveOn < today ? today : proposal.EffectiveOn;
        var still = today.AddDays(-settings.RecordCheckDays);
        var recheckedFrom = still > proposal.ProposedOn ? still : proposal.ProposedOn;
        var batch = await db.GoingOnAsync(application.Batch, cancellationToken);
        Rule.Require(application.WhyNotAppoint(start, settings.AgeCount, recheckedFrom, objections) ?? Application.WhyNotBegin(start, settings.AppointmentWithinDays, today));

        var person = await db.PersonOfAsync(application, cancellationToken);
        Rule.Require(SupervisorCard.WhyNotIssue(inOffice: true, await db.HasActiveCardAsync(person, cancellationToken)));
        var cohortEnd = batch.Alignment == TermAlignment.CohortEnd ? batch.CohortEndsOn : null;
        var term = await db.GrantAsync(person, proposal.Group, application.Channel, start, cohortEnd, by, settings, today, cancellationToken);
        application.Appoint(person, by, start, settings.AgeCount, recheckedFrom, objections, now);
        proposal.Approve(by, approvalNeeded, term.Id, today);
        if (!await db.Accounts.AnyAsync(a => a.Person == person, cancellationToken))
        {
            db.Accounts.Add(Account.For(person, PortalRole.Supervisor));
        }
    }

    /// <summary>A link for the account that came with the appointment. Somebody who is bound to theirs already needs none.</summary>
    public static async Task<InvitationLink> InviteAsync(
        this PortalDbContext db, RecruitmentApplicationId id, PersonId by, TimeSpan validFor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await db.Applications.Where(a => a.Id == id).Select(a => (ApplicationState?)a.State).SingleOrDefaultAsync(cancellationToken) ?? throw RecruitmentQueries.NotThere();
        Rule.Require(state == ApplicationState.Appointed ? null : RecruitmentRules.ApplicationWrongState(state));
        var appointed = await (
            from application in db.Applications
            join person in db.People on application.Person equals (PersonId?)person.Id
            join account in db.Accounts on person.Id equals account.Person
            where application.Id == id
            select new { account, person.FullName }).SingleAsync(cancellationToken);
        Rule.Require(appointed.account.IsBound ? AccountRules.HasAccount() : appointed.account.WhyNotInvite(by));
        return new InvitationLink(appointed.account.Id, appointed.FullName, await db.InviteAsync(appointed.account.Id, by, now, validFor, cancellationToken), now + validFor);
    }

    /// <summary>Who served before is known by the identity number, and has the data of the application from now.</summary>
    private static async Task<PersonId> PersonOfAsync(this PortalDbContext db, Application application, CancellationToken cancellationToken)
    {
        var number = application.IdNumber!.Value;
        if (await db.WithNumbers([number]).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            known.Correct(application.FullName, application.Phone, application.District, application.WorkUnit);
            return known.Id;
        }

        var person = Person.Citizen(PersonId.New(), application.FullName, number, application.Phone, application.District, application.WorkUnit);
        db.People.Add(person);
        return person.Id;
    }
}

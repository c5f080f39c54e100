using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>Appointing whoever passed the notice (Article 6): proposed by the section after the record was found clear anew, decided by leadership where the office asks for it.</summary>
public sealed class AppointingService(UnitOfWork work, OfficeFacts facts, AccessGuard access, TimeProvider clock)
{
    /// <param name="start">The first day of the term.</param>
    public async Task ProposeAsync(RecruitmentApplicationId id, int version, DateOnly start, string reason, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        var today = clock.Today();
        await work.WriteAsync(
            async db =>
            {
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                var objections = await db.Objections.Where(o => o.Application == id).ToListAsync(cancellationToken);
                Rule.Require(application.WhyNotAppoint(start, settings.AgeCount, today, objections) ?? (start < today ? RecruitmentRules.StartPassed(start) : null));
                var proposal = TermProposal.ToAppoint(TermProposalId.New(), id, application.Group, start, reason, actor.Person, today);
                db.TermProposals.Add(proposal);
                if (!settings.ApproveAppointments)
                {
                    await db.AppointAsync(proposal, actor.Person, approvalNeeded: false, settings, clock.GetUtcNow(), today, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Takes the proposal back before it is decided.</summary>
    public async Task WithdrawAsync(TermProposalId id, int version, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
        await work.WriteAsync(async db => (await db.TakeUpAsync(id, version, cancellationToken)).Withdraw(actor.Person, clock.Today()), cancellationToken);
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

    /// <summary>Person, term, letter and card in one act. What was true when it was proposed must still be: age, objections, and the record as it was found then. A decision that comes after the proposed first day begins the term today.</summary>
    public static async Task AppointAsync(
        this PortalDbContext db, TermProposal proposal, PersonId by, bool approvalNeeded, OfficeSettings settings, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        Rule.Require(proposal.WhyNotDecide(by, approvalNeeded));
        var application = (await db.Applications.WholeAsync(proposal.Application!.Value, cancellationToken))!;
        var objections = await db.Objections.Where(o => o.Application == application.Id).ToListAsync(cancellationToken);
        var start = proposal.EffectiveOn < today ? today : proposal.EffectiveOn;
        Rule.Require(application.WhyNotAppoint(start, settings.AgeCount, proposal.ProposedOn, objections));

        var batch = await db.Batches.SingleAsync(b => b.Id == application.Batch, cancellationToken);
        var person = await db.PersonOfAsync(application, cancellationToken);
        Rule.Require(SupervisorCard.WhyNotIssue(inOffice: true, await db.HasActiveCardAsync(person, cancellationToken)));
        var cohortEnd = batch.Alignment == TermAlignment.CohortEnd ? batch.CohortEndsOn : null;
        var term = await db.GrantAsync(person, proposal.Group, application.Channel, start, cohortEnd, by, settings, today, cancellationToken);
        application.Appoint(person, by, start, settings.AgeCount, proposal.ProposedOn, objections, now);
        proposal.Approve(by, approvalNeeded, term.Id, today);
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

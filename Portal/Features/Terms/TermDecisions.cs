using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Terms;

/// <summary>What an approved proposal does to somebody's term, within the caller's unit of work. It looks again at everything that may have changed since it was proposed.</summary>
public sealed class TermDecisions(TimeProvider clock)
{
    public async Task ApproveAsync(PortalDbContext db, TermProposal proposal, PersonId approver, OfficeSettings settings, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        Rule.Require(proposal.WhyNotDecide(approver, settings.ApproveAppointments));
        var granted = proposal.Kind switch
        {
            TermProposalKind.Renewal => await RenewAsync(db, proposal, approver, settings, today, cancellationToken),
            TermProposalKind.Adjustment => await AdjustAsync(db, proposal, approver, today, cancellationToken),
            TermProposalKind.NoRenewal => null,
            // An appointment is approved with its application, by the feature that knows it.
            _ => throw new InvalidOperationException($"{proposal.Kind} is not decided here."),
        };
        proposal.Approve(approver, settings.ApproveAppointments, granted, today);
        await db.SettleTermsAsync(await PersonOfAsync(db, proposal, cancellationToken), OfficialWords.Text(nameof(OfficialText.Letter_OutOfOffice)), today, cancellationToken);
    }

    private static async Task<AppointmentId?> RenewAsync(PortalDbContext db, TermProposal proposal, PersonId approver, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var term = await db.Appointments.SingleAsync(t => t.Id == proposal.Term, cancellationToken);
        Rule.Require(await db.HasOpenCaseAsync(term.Person, cancellationToken) ? AppointmentRules.CaseOpen() : null);
        var born = await db.People.Where(p => p.Id == term.Person).Select(p => p.BirthDate).SingleAsync(cancellationToken);
        Rule.Require(
            term.WhyNotRenew(today, born, settings.AgeCount, settings.TermReminderDays, proposal.RecordClearOn is not null || !settings.RenewalRecheck)
            ?? (settings.RenewalRecheck ? proposal.WhyNotStillClear(settings.RecordCheckDays, today) : null));
        return (await db.GrantAsync(term.Person, term.Group, term.Channel, proposal.EffectiveOn, cohortEnd: null, approver, settings, today, cancellationToken)).Id;
    }

    private static async Task<AppointmentId?> AdjustAsync(PortalDbContext db, TermProposal proposal, PersonId approver, DateOnly today, CancellationToken cancellationToken)
    {
        var term = await db.Appointments.SingleAsync(t => t.Id == proposal.Term, cancellationToken);
        // A day that passed while it waited becomes today: nobody loses rights backwards.
        term.Adjust(proposal.EffectiveOn < today ? today : proposal.EffectiveOn, proposal.Reason, today);
        await db.RecordLetterAsync(term, today, cancellationToken);
        await db.DropUpcomingAsync(term.Person, OfficialWords.Text(nameof(OfficialText.Term_RenewalFallenAway)), approver, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.IssueAdjustmentAsync(term, approver, today, cancellationToken);
        return null;
    }

    private static Task<PersonId> PersonOfAsync(PortalDbContext db, TermProposal proposal, CancellationToken cancellationToken) =>
        db.Appointments.Where(t => t.Id == proposal.Term).Select(t => t.Person).SingleAsync(cancellationToken);
}

internal static class TermProposals
{
    /// <summary>The proposal as the reader saw it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was changed meanwhile, or is not there.</exception>
    public static Task<TermProposal> TakeUpAsync(this PortalDbContext db, TermProposalId id, int version, CancellationToken cancellationToken) =>
        db.TermProposals.Where(p => p.Id == id).AsShownAsync(p => p.Version, version, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Terms;

/// <summary>What the section does with terms of office: the renewal round, changes of group, leaving in mid-term (Articles 10 and 17). What ends or grants an office goes to leadership, unless the office asks for no approval.</summary>
public sealed class TermService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, OfficeFacts office, TermDecisions decisions, GradesOfTerm grades, TimeProvider clock)
{
    /// <summary>Everybody whose term ends within so many days.</summary>
    public async Task<IReadOnlyList<EndingTerm>> EndingAsync(int withinDays, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeTerms, cancellationToken: cancellationToken);
        ArgumentOutOfRangeException.ThrowIfNegative(withinDays);
        var settings = await office.SettingsAsync(cancellationToken);
        await views.RecordAsync(reader, Permissions.SeeTerms, AuditedObject.All<TermProposalId>(), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var terms = await db.EndingAsync(withinDays, settings, Roles.Grant(reader.Role, Permissions.SeeDismissals), today, cancellationToken);
        var graded = await grades.TakeAsync(terms.Select(t => (t.Person, t.TermStart)), today, cancellationToken);
        return [.. terms.Select(t => t with { Years = [.. graded[(t.Person, t.TermStart)]] })];
    }

    /// <summary>Proposes for each of them what was chosen. Each is one act: what is refused for one does not hold up the others.</summary>
    public async Task<IReadOnlyList<RenewalResult>> ProposeRenewalsAsync(IReadOnlyList<RenewalChoice> choices, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
        var results = new List<RenewalResult>(choices.Count);
        foreach (var choice in choices)
        {
            results.Add(new RenewalResult(choice.Term, await WhyNotAsync(() => ProposeAsync(choice, cancellationToken))));
        }

        return results;
    }

    /// <summary>Proposes that somebody leaves office in mid-term (Article 17, second paragraph).</summary>
    public async Task ProposeAdjustmentAsync(PersonId person, DateOnly effectiveOn, string reason, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        await work.WriteAsync(
            async db =>
            {
                var clerk = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
                var term = await db.TermOfAsync(person, today, cancellationToken) ?? throw new RuleViolationException(AppointmentRules.NotInOffice(today));
                var proposal = TermProposal.ToAdjust(TermProposalId.New(), term, effectiveOn, reason, clerk.Person, today);
                await ProposeAsync(db, proposal, clerk.Person, await db.SettingsAsync(cancellationToken), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Puts a supervisor into another group from today (Article 10).</summary>
    public async Task ChangeGroupAsync(PersonId person, SourceCategory group, string reason, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        await work.WriteAsync(
            async db =>
            {
                var clerk = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
                var term = await db.TermOfAsync(person, today, cancellationToken) ?? throw new RuleViolationException(AppointmentRules.NotInOffice(today));
                term.ChangeGroup(group, clerk.Person, reason, today);
                // What is granted already goes on where the person is now.
                foreach (var next in await db.TermsToComeAsync(person, today, cancellationToken))
                {
                    next.BeginIn(group, today);
                }
            },
            cancellationToken);
    }

    /// <summary>Takes a proposal back before it is decided.</summary>
    public async Task WithdrawAsync(TermProposalId id, int version, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
            (await db.TakeUpAsync(id, version, cancellationToken)).Withdraw(clerk.Person, clock.Today());
        },
        cancellationToken);

    private async Task ProposeAsync(RenewalChoice choice, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
            var settings = await db.SettingsAsync(cancellationToken);
            var today = clock.Today();
            var term = await db.Appointments.SingleAsync(t => t.Id == choice.Term, cancellationToken);
            var born = await db.People.Where(p => p.Id == term.Person).Select(p => p.BirthDate).SingleAsync(cancellationToken);
            // The end without renewal comes by itself; it only has to be said in time, and to somebody still in office.
            Rule.Require(term.WhyNotRenew(today, choice.Renew ? born : null, settings.AgeCount, settings.TermReminderDays, !choice.Renew || choice.RecordClear || !settings.RenewalRecheck));
            Rule.Require(choice.Renew && await db.HasOpenCaseAsync(term.Person, cancellationToken) ? AppointmentRules.CaseOpen() : null);
            var proposal = choice.Renew
                ? TermProposal.ToRenew(TermProposalId.New(), term, choice.Group, choice.Reason, choice.RecordClear ? today : null, clerk.Person, today)
                : TermProposal.NotToRenew(TermProposalId.New(), term, choice.Reason, clerk.Person, today);
            await ProposeAsync(db, proposal, clerk.Person, settings, cancellationToken);
        },
        cancellationToken);

    private async Task ProposeAsync(PortalDbContext db, TermProposal proposal, PersonId clerk, OfficeSettings settings, CancellationToken cancellationToken)
    {
        Rule.Require(await db.TermProposals.AnyAsync(p => p.Term == proposal.Term && p.State == TermProposalState.Proposed, cancellationToken) ? AppointmentRules.ProposalOpen() : null);
        db.TermProposals.Add(proposal);
        if (!settings.ApproveAppointments)
        {
            await decisions.ApproveAsync(db, proposal, clerk, settings, cancellationToken);
        }
    }

    private static async Task<RuleViolation?> WhyNotAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleViolationException refused)
        {
            return refused.Violation;
        }
    }
}

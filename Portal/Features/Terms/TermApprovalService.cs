using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Domain.People;

namespace Portal.Features.Terms;

/// <summary>Leadership decides what the section proposes on terms of office (domain.md A4-11).</summary>
public sealed class TermApprovalService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, OfficeFacts office, TermDecisions decisions, GradesOfTerm grades, TimeProvider clock)
{
    /// <summary>Renewals and adjustments that wait, the longest first.</summary>
    public async Task<IReadOnlyList<TermProposalRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeTerms, cancellationToken: cancellationToken);
        await views.RecordAsync(reader, Permissions.SeeTerms, AuditedObject.All<TermProposalId>(), cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await (
            from proposal in db.TermProposals.AsNoTracking()
            join term in db.Appointments on proposal.Term equals term.Id
            join person in db.People on term.Person equals person.Id
            join clerk in db.People on proposal.ProposedBy equals clerk.Id
            where proposal.State == TermProposalState.Proposed
            orderby proposal.ProposedOn, person.FullName
            select new { Proposal = proposal, Term = term.Id, Person = person.Id, person.FullName, term.TermStart, Clerk = clerk.FullName }).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        var today = clock.Today();
        var graded = await grades.TakeAsync(waiting.Where(w => w.Proposal.Kind != TermProposalKind.Adjustment).Select(w => (w.Person, w.TermStart)), today, cancellationToken);
        var records = await db.RecordsAsync([.. waiting.Select(w => w.Term)], today, cancellationToken);
        var canDecide = Roles.Grant(reader.Role, Permissions.ApproveTerms);
        return
        [
            .. waiting.Select(w => new TermProposalRow(
                w.Proposal.Id, w.Proposal.Version, w.Proposal.Kind, w.Person, w.FullName, w.Proposal.Group, w.Proposal.EffectiveOn, w.Proposal.Reason, w.Clerk, w.Proposal.ProposedOn,
                canDecide, w.Proposal.WhyNotDecide(reader.Person, settings.ApproveAppointments))
            {
                Record = records[w.Term],
                Years = [.. graded[(w.Person, w.TermStart)]],
            }),
        ];
    }

    public async Task ApproveAsync(TermProposalId id, int version, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var approver = await access.DemandAsync(Permissions.ApproveTerms, cancellationToken: cancellationToken);
                await decisions.ApproveAsync(db, await db.TakeUpAsync(id, version, cancellationToken), approver.Person, await db.SettingsAsync(cancellationToken), cancellationToken);
            },
            cancellationToken);
    }

    public async Task RefuseAsync(TermProposalId id, int version, string reason, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var approver = await access.DemandAsync(Permissions.ApproveTerms, cancellationToken: cancellationToken);
            (await db.TakeUpAsync(id, version, cancellationToken)).Refuse(approver.Person, reason, clock.Today());
        },
        cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>What the section proposes and leadership decides: notices, objections found justified, appointments. Who proposes cannot approve (domain.md A4-11).</summary>
public sealed class RecruitmentApprovalService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, AccessGuard access, TimeProvider clock)
{
    public async Task<RecruitmentProposals> ListAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Proposed).OrderBy(n => n.Title).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        var objections = await db.Objections.AsNoTracking().Where(o => o.State == ObjectionState.UpholdProposed).OrderBy(o => o.LodgedAt).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        var appointments = await db.TermProposals.AsNoTracking()
            .Where(p => p.State == TermProposalState.Proposed && p.Kind == TermProposalKind.Appointment).OrderBy(p => p.ProposedOn).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        List<RecruitmentApplicationId> ids =
            [.. notices.SelectMany(n => n.Entries.Select(e => e.Application)), .. objections.Select(o => o.Application), .. appointments.Select(p => p.Application!.Value)];
        var people = await db.Applications.Where(a => ids.Contains(a.Id)).People().ToDictionaryAsync(p => p.Id, cancellationToken);
        var names = await db.NamesAsync(
            notices.Select(n => n.ProposedBy).Concat(objections.Select(o => o.ProposedBy)).OfType<PersonId>().Concat(appointments.Select(p => p.ProposedBy)), cancellationToken);
        return new RecruitmentProposals(
            NoticeOffice.Of(settings),
            [.. notices.Select(n => new NoticeProposal(n.Id, n.Version, n.Title, n.Text, [.. n.Entries.OrderBy(e => e.Position).Select(e => people[e.Application])], names.GetValueOrDefault(n.ProposedBy!.Value), n.WhyNotDecide(actor.Person)))],
            // What was objected is decided on, not who objected.
            [.. objections.Select(o => new UpholdProposal(o.Id, o.Version, o.Receipt, people[o.Application], o.Content, o.Decision!, names.GetValueOrDefault(o.ProposedBy!.Value), o.WhyNotUphold(actor.Person)))],
            [.. appointments.Select(p => new AppointmentProposal(p.Id, p.Version, people[p.Application!.Value], p.EffectiveOn, p.Reason, names.GetValueOrDefault(p.ProposedBy), p.ProposedOn, p.WhyNotDecide(actor.Person, approvalNeeded: true)))]);
    }

    /// <summary>It is published at once, and its days are counted from today.</summary>
    public async Task ApproveNoticeAsync(PublicNoticeId id, int version, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                // What was proposed is decided by leadership, also where the office has changed its mind on approvals since.
                var settings = await db.SettingsAsync(cancellationToken) with { ApproveNotices = true };
                var calendar = await db.CalendarAsync(cancellationToken);
                await db.PublishAsync(await db.TakeUpAsync(id, version, cancellationToken), actor.Person, settings, calendar, clock.GetUtcNow(), clock.Today(), cancellationToken);
            },
            cancellationToken);
    }

    public async Task RefuseNoticeAsync(PublicNoticeId id, int version, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                (await db.TakeUpAsync(id, version, cancellationToken)).Refuse(actor.Person, reason);
            },
            cancellationToken);
    }

    /// <summary>Of a person whose notice has passed already it ends the way to office at once, with the proposal that may wait; while the notice runs, that is said when it is settled.</summary>
    public Task UpholdAsync(ObjectionId id, int version, CancellationToken cancellationToken = default) => DecideAsync(
        id,
        version,
        async (db, objection, approver) =>
        {
            objection.Uphold(approver, clock.Today());
            var application = (await db.Applications.WholeAsync(objection.Application, cancellationToken))!;
            if (application.State == ApplicationState.NoticePassed)
            {
                // Which may be another notice than the one that was objected to.
                var notice = await db.Notices.SingleAsync(n => n.Entries.Any(e => e.Application == objection.Application && e.Outcome == NoticeOutcome.Passed), cancellationToken);
                notice.FailAfterwards(application, objection, approver, clock.GetUtcNow());
                await db.DropProposalAsync(application, clock.Today(), cancellationToken);
                if (notice.State == NoticeState.Concluded)
                {
                    await db.VoidDocumentsAsync(DocumentKind.NoticeResult, notice.Id.Value, objection.Receipt, approver, clock.Today(), cancellationToken);
                    await db.IssueResultAsync(notice, await db.OnAsync(notice, cancellationToken), await db.ObjectionsAsync(notice, cancellationToken), approver, clock.Today(), cancellationToken);
                }
            }
        },
        cancellationToken);

    public Task RefuseUpholdAsync(ObjectionId id, int version, string reason, CancellationToken cancellationToken = default) =>
        DecideAsync(
            id,
            version,
            (_, objection, approver) =>
            {
                objection.RefuseUphold(approver, reason);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Term, letter and card come into being in one act (Articles 6 and 12).</summary>
    public async Task ApproveAppointmentAsync(TermProposalId id, int version, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                await db.AppointAsync(await db.TakeUpAsync(id, version, cancellationToken), actor.Person, approvalNeeded: true, settings, clock.GetUtcNow(), clock.Today(), cancellationToken);
            },
            cancellationToken);
    }

    public async Task RefuseAppointmentAsync(TermProposalId id, int version, string reason, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                (await db.TakeUpAsync(id, version, cancellationToken)).Refuse(actor.Person, reason, clock.Today());
            },
            cancellationToken);
    }

    private async Task DecideAsync(ObjectionId id, int version, Func<PortalDbContext, Objection, PersonId, Task> decide, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                var objection = await db.Objections.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
                objection.Version.AsShown(version);
                await decide(db, objection, actor.Person);
            },
            cancellationToken);
    }
}

/// <summary>What of recruitment waits for leadership.</summary>
public sealed record RecruitmentProposals(NoticeOffice Office, IReadOnlyList<NoticeProposal> Notices, IReadOnlyList<UpholdProposal> Upholds, IReadOnlyList<AppointmentProposal> Appointments)
{
    public int Count => Notices.Count + Upholds.Count + Appointments.Count;
}

/// <param name="WhyNot">Why the reader cannot decide it.</param>
public sealed record NoticeProposal(PublicNoticeId Id, int Version, string Title, string Text, IReadOnlyList<NoticePerson> People, string? ProposedBy, RuleViolation? WhyNot);

/// <param name="WhyNot">Why the reader cannot decide it.</param>
public sealed record UpholdProposal(ObjectionId Id, int Version, string Receipt, NoticePerson About, string Content, string Reason, string? ProposedBy, RuleViolation? WhyNot);

/// <param name="WhyNot">Why the reader cannot decide it.</param>
public sealed record AppointmentProposal(TermProposalId Id, int Version, NoticePerson Person, DateOnly Start, string Reason, string? ProposedBy, DateOnly ProposedOn, RuleViolation? WhyNot);

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>Batches: planning, publishing, closing, concluding (Articles 2 and 4; domain.md A2.1). Each act takes the version that its page showed.</summary>
public sealed class RecruitmentService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, AccessGuard access, TimeProvider clock)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<BatchRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeRecruitment, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var counts = await db.Applications.AsNoTracking().GroupBy(a => new { a.Batch, a.State }).Select(g => new { g.Key.Batch, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        var batches = await db.Batches.AsNoTracking().OrderByDescending(b => b.OpensOn).ThenByDescending(b => b.Number).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        return
        [
            .. batches.Select(b => new BatchRow(
                b.Id, b.Number, b.Title, b.OpensOn, b.ClosesOn, b.StateOn(today),
                counts.Where(c => c.Batch == b.Id).Sum(c => c.Count),
                counts.Where(c => c.Batch == b.Id && Application.UndecidedStates.Contains(c.State)).Sum(c => c.Count))),
        ];
    }

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<BatchFile?> GetAsync(RecruitmentBatchId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } batch)
        {
            return null;
        }

        var applications = await db.ApplicationRows(db.Applications.Where(a => a.Batch == id)).ToListAsync(cancellationToken);
        var manages = Roles.Grant(actor.Role, Permissions.ManageRecruitment);
        var file = new BatchFile
        {
            Batch = batch,
            Today = clock.Today(),
            Applications = [.. applications.Select(a => a with { Age = a.BirthDate is { } born ? Domain.Time.AgeInYears.On(batch.ClosesOn, born, settings.AgeCount) : null })],
            Notices = await db.Notices.Where(n => n.Batch == id).NoticeRows().Take(Paging.ExportLimit).ToListAsync(cancellationToken),
            Manages = manages,
            Acts = [],
        };
        return manages ? file with { Acts = [.. Enum.GetValues<BatchAct>().Select(act => new Choice<BatchAct>(act, WhyNot(file, act)))] } : file;
    }

    public async Task<RecruitmentBatchId> PlanAsync(BatchForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var batch = RecruitmentBatch.Plan(
                    RecruitmentBatchId.New(), await db.NextNumberAsync("XP", clock.Today().Year, cancellationToken), form.Title, form.Announcement, form.OpensOn!.Value, form.ClosesOn!.Value,
                    form.TakesApplications, form.TakesRecommendations, form.Alignment, form.CohortEndsOn);
                db.Batches.Add(batch);
                return batch.Id;
            },
            cancellationToken);
    }

    public Task ReviseAsync(RecruitmentBatchId id, int version, BatchForm form, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        batch => batch.Revise(form.Title, form.Announcement, form.OpensOn!.Value, form.ClosesOn!.Value, form.TakesApplications, form.TakesRecommendations, form.Alignment, form.CohortEndsOn),
        cancellationToken);

    /// <summary>The announcement is issued with it.</summary>
    public Task PublishAsync(RecruitmentBatchId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, batch, clerk) =>
        {
            batch.Publish(clock.Today());
            await db.IssueAnnouncementAsync(batch, clerk, clock.Today(), cancellationToken: cancellationToken);
        },
        cancellationToken);

    /// <summary>Before its last day what was announced of that day holds no longer.</summary>
    public Task CloseAsync(RecruitmentBatchId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, batch, clerk) =>
        {
            var announced = batch.ClosesOn;
            batch.Close(clock.Today());
            if (batch.ClosesOn != announced)
            {
                await db.AnnounceAnewAsync(batch, OfficialWords.Text(nameof(OfficialText.Announcement_ClosedEarly)), clerk, clock.Today(), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>What was announced holds no longer: another announcement takes its place.</summary>
    /// <param name="closes">The new last day.</param>
    public Task ReopenAsync(RecruitmentBatchId id, int version, DateOnly closes, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, batch, clerk) =>
        {
            batch.Reopen(clock.Today(), closes, reason);
            await db.AnnounceAnewAsync(batch, reason, clerk, clock.Today(), cancellationToken);
        },
        cancellationToken);

    /// <summary>What is still going on in it ends with it, in the same act: every open application, and notices that nobody has read yet.</summary>
    public Task CancelAsync(RecruitmentBatchId id, int version, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, batch, clerk) =>
        {
            var now = clock.GetUtcNow();
            batch.Cancel(reason, await db.CountAsync(id, RecruitmentQueries.PublishedStates, cancellationToken));
            var live = Application.LiveStates;
            (await db.Applications.AsSplitQuery().Where(a => a.Batch == id && live.Contains(a.State)).ToListAsync(cancellationToken)).ForEach(a => a.EndWithBatch(clerk, reason, now));
            (await db.Notices.Where(n => n.Batch == id && (n.State == NoticeState.Draft || n.State == NoticeState.Proposed)).ToListAsync(cancellationToken))
                .ForEach(n => n.Withdraw(clerk, reason, [], now));
            await db.VoidDocumentsAsync(DocumentKind.RecruitmentAnnouncement, id.Value, reason, clerk, clock.Today(), cancellationToken);
        },
        cancellationToken);

    /// <summary>Every application has its conclusion.</summary>
    public Task FinishReviewAsync(RecruitmentBatchId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id, version, async (db, batch, _) => batch.FinishReview(clock.Today(), await db.CountAsync(id, Application.UndecidedStates, cancellationToken)), cancellationToken);

    /// <summary>Everybody who passed the review is appointed, or has failed or withdrawn.</summary>
    public Task ConcludeAsync(RecruitmentBatchId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id, version, async (db, batch, _) => batch.Conclude(await db.CountAsync(id, RecruitmentQueries.UnsettledStates, cancellationToken)), cancellationToken);

    /// <summary>With the best that could still be typed: what remains in the way is no matter of typing.</summary>
    private static RuleViolation? WhyNot(BatchFile file, BatchAct act) => act switch
    {
        BatchAct.Publish => file.Batch.WhyNotPublish(file.Today),
        BatchAct.Close => file.Batch.WhyNotClose(file.Today),
        BatchAct.Reopen => file.Batch.WhyNotReopen(file.Today, DateOnly.MaxValue),
        BatchAct.FinishReview => file.Batch.WhyNotFinishReview(file.Today, file.In([.. Application.UndecidedStates])),
        BatchAct.Conclude => file.Batch.WhyNotConclude(file.In([.. RecruitmentQueries.UnsettledStates])),
        BatchAct.Cancel => file.Batch.WhyNotCancel(file.In([.. RecruitmentQueries.PublishedStates])),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private Task ActAsync(RecruitmentBatchId id, int version, Action<RecruitmentBatch> act, CancellationToken cancellationToken) => ActAsync(
        id,
        version,
        (_, batch, _) =>
        {
            act(batch);
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task ActAsync(RecruitmentBatchId id, int version, Func<PortalDbContext, RecruitmentBatch, PersonId, Task> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var batch = await db.Batches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
                batch.Version.AsShown(version);
                await act(db, batch, actor.Person);
            },
            cancellationToken);
    }
}

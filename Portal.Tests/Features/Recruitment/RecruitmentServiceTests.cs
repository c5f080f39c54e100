using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class RecruitmentServiceTests : IDisposable
{
    private readonly Selection _selection = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RecruitmentService Clerk => _selection.As<RecruitmentService>(_selection.Clerk);

    public void Dispose() => _selection.Dispose();

    [Fact]
    public async Task A_batch_is_planned_changed_and_published()
    {
        var today = SmallOffice.Today;
        var form = new BatchForm { Title = "第三批", Announcement = "公告", OpensOn = today, ClosesOn = today.AddDays(9) };
        var id = await Clerk.PlanAsync(form, Cancel);
        form.Title = "2026年第三批";
        await Clerk.ReviseAsync(id, _selection.Version(id), form, Cancel);

        await Clerk.PublishAsync(id, _selection.Version(id), Cancel);

        var row = Assert.Single(await Clerk.ListAsync(Cancel), b => b.Id == id);
        Assert.Equal(("2026年第三批", BatchState.Open), (row.Title, row.State));
        Assert.StartsWith("XP-2026-", row.Number, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.ReviseAsync(id, _selection.Version(id), form, Cancel));
        Assert.Equal(RecruitmentRules.BatchWrongState(BatchState.Open).Code, refused.Violation.Code);
    }

    [Fact]
    public async Task Past_its_closing_day_a_batch_is_reviewed_and_ends_only_when_all_is_decided()
    {
        var id = await _selection.EnteredAsync();
        _selection.Office.Clock.Advance(TimeSpan.FromDays(1));

        var file = await Clerk.GetAsync(_selection.Batch, Cancel);

        Assert.Equal(BatchState.Reviewing, file!.State);
        Assert.Equal("Recruitment_ApplicationsUndecided", file.Acts.Single(a => a.Act == BatchAct.FinishReview).WhyNot?.Code);
        await _selection.As<ApplicationService>(_selection.Clerk).RejectAsync(id, _selection.Version(id), EligibilityCondition.Impartiality, "在经办机构任职", Cancel);
        await Clerk.FinishReviewAsync(_selection.Batch, _selection.Version(_selection.Batch), Cancel);
        await Clerk.ConcludeAsync(_selection.Batch, _selection.Version(_selection.Batch), Cancel);
        Assert.Equal(BatchState.Concluded, Assert.Single(await Clerk.ListAsync(Cancel)).State);
    }

    [Fact]
    public async Task A_batch_reopens_once_and_a_cancelled_one_keeps_its_reason()
    {
        await Clerk.CloseAsync(_selection.Batch, _selection.Version(_selection.Batch), Cancel);
        await Clerk.ReopenAsync(_selection.Batch, _selection.Version(_selection.Batch), SmallOffice.Today.AddDays(5), "群众代表无人报名", Cancel);
        await Clerk.CloseAsync(_selection.Batch, _selection.Version(_selection.Batch), Cancel);

        var again = await Assert.ThrowsAsync<RuleViolationException>(
            () => Clerk.ReopenAsync(_selection.Batch, _selection.Version(_selection.Batch), SmallOffice.Today.AddDays(5), "再来一次", Cancel));

        Assert.Equal(RecruitmentRules.ReopenedBefore(), again.Violation);
        await Clerk.CancelAsync(_selection.Batch, _selection.Version(_selection.Batch), "改期", Cancel);
        Assert.Equal("改期", (await Clerk.GetAsync(_selection.Batch, Cancel))!.Batch.Reason);
    }

    [Fact]
    public async Task With_a_cancelled_batch_ends_what_was_going_on_in_it_and_the_people_may_apply_elsewhere()
    {
        var reviewed = await _selection.ReviewedAsync();
        var passed = await _selection.PassedAsync(Selection.OtherOu, "欧例驳");
        var rejected = await _selection.EnteredAsync(Selection.JustOldEnough, "谭示例");
        await _selection.As<ApplicationService>(_selection.Clerk).RejectAsync(rejected, _selection.Version(rejected), EligibilityCondition.Impartiality, "在经办机构任职", Cancel);
        var draft = await _selection.As<NoticeService>(_selection.Clerk).PrepareAsync(_selection.Batch, new NoticeForm { Title = "公示", Text = "现予公示。", People = [passed.Value] }, Cancel);

        await Clerk.CancelAsync(_selection.Batch, _selection.Version(_selection.Batch), "名额调整", Cancel);

        Assert.Equal(
            (ApplicationState.BatchCancelled, ApplicationState.BatchCancelled, ApplicationState.ReviewRejected, NoticeState.Withdrawn),
            (_selection.Stored(reviewed).State, _selection.Stored(passed).State, _selection.Stored(rejected).State, _selection.Stored(draft).State));
        var step = _selection.Stored(reviewed).Events.OrderBy(e => e.Sequence).Last();
        Assert.Equal((ApplicationState.BatchCancelled, "名额调整", (PersonId?)_selection.Clerk.Person), (step.State, step.Note, step.By));
        var next = await Clerk.PlanAsync(new BatchForm { Title = "下一批", Announcement = "公告", OpensOn = SmallOffice.Today, ClosesOn = SmallOffice.Today.AddDays(9) }, Cancel);
        await Clerk.PublishAsync(next, _selection.Version(next), Cancel);
        Assert.NotEqual(default, await _selection.As<ApplicationService>(_selection.Clerk).EnterAsync(next, Selection.Form(), Cancel));
    }

    [Fact]
    public async Task Nothing_leads_on_from_a_cancelled_batch()
    {
        var id = await _selection.PassedAsync();
        // As it may have been left by hand: cancelled, with somebody still in it.
        _selection.Office.Change(db => db.Batches.Single(b => b.Id == _selection.Batch).Cancel("改期", 0));
        var applications = _selection.As<ApplicationService>(_selection.Clerk);

        string[] refusals =
        [
            await CodeAsync(() => _selection.As<NoticeService>(_selection.Clerk).PrepareAsync(_selection.Batch, new NoticeForm { Title = "公示", Text = "现予公示。", People = [id.Value] }, Cancel)),
            await CodeAsync(() => _selection.As<AppointingService>(_selection.Clerk).ProposeAsync(id, _selection.Version(id), SmallOffice.Today, "需要", Cancel)),
            await CodeAsync(() => applications.ProposePassAsync(id, _selection.Version(id), Cancel)),
            await CodeAsync(() => applications.PassAsync(id, _selection.Version(id), Cancel)),
            await CodeAsync(() => applications.CheckAsync(id, _selection.Version(id), EligibilityCondition.NoCriminalRecord, ConditionResult.Met, "复查", null, Cancel)),
        ];

        Assert.All(refusals, r => Assert.Equal("Recruitment_BatchWrongState", r));
        await applications.WithdrawAsync(id, _selection.Version(id), "本人电话", Cancel);
        Assert.Equal(ApplicationState.Withdrawn, _selection.Stored(id).State);
    }

    [Fact]
    public async Task Article_6_a_batch_whose_people_the_public_was_shown_is_not_cancelled_behind_the_notice()
    {
        var notice = await _selection.PublishedAsync(await _selection.PassedAsync());

        Assert.Equal("Recruitment_PeoplePublished", await CodeAsync(() => Clerk.CancelAsync(_selection.Batch, _selection.Version(_selection.Batch), "改期", Cancel)));
        await _selection.As<NoticeService>(_selection.Clerk).WithdrawAsync(notice, _selection.Version(notice), "改期", Cancel);
        await Clerk.CancelAsync(_selection.Batch, _selection.Version(_selection.Batch), "改期", Cancel);
        Assert.Equal(BatchState.Cancelled, (await Clerk.GetAsync(_selection.Batch, Cancel))!.State);
    }

    private static async Task<string> CodeAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleViolationException>(act)).Violation.Code;

    [Fact]
    public async Task Of_two_clerks_only_one_acts()
    {
        var seen = _selection.Version(_selection.Batch);
        await Clerk.CloseAsync(_selection.Batch, seen, Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Clerk.CancelAsync(_selection.Batch, seen, "late", Cancel));
    }

    [Fact]
    public async Task The_composition_counts_those_in_the_running_and_names_the_groups_without_anybody()
    {
        var rejected = await _selection.EnteredAsync();
        await _selection.As<ApplicationService>(_selection.Clerk).RejectAsync(rejected, _selection.Version(rejected), EligibilityCondition.Awareness, "不了解", Cancel);
        await _selection.As<ApplicationService>(_selection.Clerk).EnterAsync(_selection.Batch, Selection.Form(Selection.JustOldEnough, "甘示白", SourceCategory.GrassrootsWorker), Cancel);

        var file = await Clerk.GetAsync(_selection.Batch, Cancel);
        var spread = Composition.Of([.. file!.InTheRunning.Select(p => new CompositionMember(p.Group, p.Age, p.District, p.Sex))]);

        Assert.Equal(2, file.Applications.Count);
        Assert.Equal(
            [SourceCategory.EnterpriseInstitutionStaff, SourceCategory.IndustryAssociation, SourceCategory.PublicRepresentative],
            spread.EmptyGroups.Order());
        Assert.Equal(25, Assert.Single(file.InTheRunning).Age);
        Assert.Equal(1, spread.Ages.Single(a => a.Of == AgeBand.Under35).Count);
        Assert.Equal((1, 0), (spread.Sexes.Single(s => s.Of == Sex.Male).Count, spread.Sexes.Single(s => s.Of == Sex.Female).Count));
    }

    [Fact]
    public async Task Leadership_reads_and_is_offered_no_act()
    {
        var file = await _selection.As<RecruitmentService>(_selection.Leader).GetAsync(_selection.Batch, Cancel);

        Assert.False(file!.Manages);
        Assert.Empty(file.Acts);
    }
}

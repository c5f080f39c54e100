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

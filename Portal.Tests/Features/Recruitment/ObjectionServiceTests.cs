using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class ObjectionServiceTests : IDisposable
{
    private readonly Selection _selection = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ObjectionService Clerk => _selection.As<ObjectionService>(_selection.Clerk);

    public void Dispose() => _selection.Dispose();

    [Fact]
    public async Task Who_objects_is_known_to_administrators_only()
    {
        var (notice, person) = await NoticeAsync();
        var id = await _selection.ObjectedAsync(notice, person);
        await Clerk.AcceptAsync(id, _selection.Version(id), Cancel);
        await Clerk.ProposeUpholdAsync(id, _selection.Version(id), "核查属实", Cancel);

        await Assert.ThrowsAsync<AccessDeniedException>(() => _selection.As<ObjectionService>(_selection.Leader).GetAsync(id, Cancel));
        var proposal = Assert.Single((await _selection.As<RecruitmentApprovalService>(_selection.Leader).ListAsync(Cancel)).Upholds);

        Assert.Equal("邻例居", (await Clerk.GetAsync(id, Cancel))!.Objection.ObjectorName);
        Assert.DoesNotContain("邻例居", proposal.ToString(), StringComparison.Ordinal);
        Assert.Equal(("欧示诺", "核查属实"), (proposal.About.FullName, proposal.Reason));
    }

    [Fact]
    public async Task A_named_objection_is_answered_and_an_anonymous_one_has_nobody_to_answer()
    {
        var (notice, person) = await NoticeAsync();
        var named = await _selection.ObjectedAsync(notice, person);
        var anonymous = await _selection.ObjectedAsync(notice, person, anonymous: true);
        foreach (var id in new[] { named, anonymous })
        {
            await Clerk.AcceptAsync(id, _selection.Version(id), Cancel);
            await Clerk.DismissAsync(id, _selection.Version(id), "查无此事", Cancel);
        }

        Assert.True((await Clerk.ListAsync(new Paging(), Cancel)).Rows[0].AwaitsReply);
        await Clerk.AnswerAsync(named, _selection.Version(named), "经核查不成立", Cancel);

        Assert.Equal("经核查不成立", _selection.Stored(named).Reply);
        var nobody = await Assert.ThrowsAsync<RuleViolationException>(() => Clerk.AnswerAsync(anonymous, _selection.Version(anonymous), "谢谢", Cancel));
        Assert.Equal(RecruitmentRules.NobodyToAnswer(), nobody.Violation);
        Assert.Null(_selection.Stored(anonymous).ObjectorName);
        Assert.Null(_selection.Stored(anonymous).Contact);
    }

    [Fact]
    public async Task In_the_last_minute_of_the_last_day_it_is_in_time_and_in_the_next_it_is_late()
    {
        var (notice, person) = await NoticeAsync();
        // It is nine in the morning of 23 November; the notice lasts until 30 November, 24:00.
        _selection.Office.Clock.Advance(TimeSpan.FromDays(8) - TimeSpan.FromHours(9) - TimeSpan.FromSeconds(1));
        var inTime = await _selection.ObjectedAsync(notice, person);
        _selection.Office.Clock.Advance(TimeSpan.FromSeconds(1));

        var late = await _selection.ObjectedAsync(notice, person);

        Assert.Equal((false, true), (_selection.Stored(inTime).Late, _selection.Stored(late).Late));
        Assert.Equal(["YY-2026-0001", "YY-2026-0002"], (await Clerk.ListAsync(new Paging(), Cancel)).Rows.Select(r => r.Receipt));
    }

    [Fact]
    public async Task Nobody_is_put_on_another_notice_against_an_objection_that_was_upheld()
    {
        var (notice, person) = await NoticeAsync();
        var id = await _selection.ObjectedAsync(notice, person);
        await _selection.As<NoticeService>(_selection.Clerk).WithdrawAsync(notice, _selection.Version(notice), "名单有误", Cancel);
        await Clerk.AcceptAsync(id, _selection.Version(id), Cancel);
        await Clerk.ProposeUpholdAsync(id, _selection.Version(id), "核查属实", Cancel);
        await _selection.As<RecruitmentApprovalService>(_selection.Leader).UpholdAsync(id, _selection.Version(id), Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _selection.PublishedAsync(person));

        Assert.Equal(RecruitmentRules.ObjectionUpheld(), refused.Violation);
    }

    [Fact]
    public async Task Leadership_that_is_not_convinced_gives_it_back()
    {
        var (notice, person) = await NoticeAsync();
        var id = await _selection.ObjectedAsync(notice, person);
        await Clerk.AcceptAsync(id, _selection.Version(id), Cancel);
        await Clerk.ProposeUpholdAsync(id, _selection.Version(id), "核查属实", Cancel);

        await _selection.As<RecruitmentApprovalService>(_selection.Leader).RefuseUpholdAsync(id, _selection.Version(id), "证据不足", Cancel);

        Assert.Equal((ObjectionState.Investigating, "证据不足"), (_selection.Stored(id).State, _selection.Stored(id).Decision));
    }

    private async Task<(PublicNoticeId Notice, RecruitmentApplicationId Person)> NoticeAsync()
    {
        var person = await _selection.PassedAsync();
        return (await _selection.PublishedAsync(person), person);
    }
}

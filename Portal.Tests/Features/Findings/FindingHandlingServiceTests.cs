using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Findings;

public sealed class FindingHandlingServiceTests : IDisposable
{
    private readonly FindingsOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_true_problem_goes_from_registering_to_closing_and_every_step_is_on_record()
    {
        var id = await _office.FedBackAsync("WT-2026-0001");

        await _office.Handling(_office.Clerk).CloseAsync(id, _office.VersionOf(id), FindingGrade.R3, rewardCheck: true, "整改到位，办结", Stop);

        var stored = _office.Stored(id);
        Assert.Equal(FindingState.Closed, stored.State);
        Assert.Equal(FindingGrade.R3, stored.Grade);
        Assert.Equal(_office.Clerk.Person, stored.Handler);
        Assert.Equal(
            [
                FindingEventKind.Submitted, FindingEventKind.Registered, FindingEventKind.InvestigationStarted, FindingEventKind.Concluded, FindingEventKind.RectificationOrdered,
                FindingEventKind.RectificationReported, FindingEventKind.Verified, FindingEventKind.FedBack, FindingEventKind.Closed,
            ],
            stored.Events.OrderBy(e => e.Sequence).Select(e => e.Kind));
    }

    [Fact]
    public async Task What_is_not_accepted_is_fed_back_and_closed_all_the_same()
    {
        var id = _office.File("WT-2026-0001");
        var clerk = _office.Handling(_office.Clerk);
        await clerk.NotAcceptAsync(id, _office.VersionOf(id), "不属于社保基金监督范围", Stop);
        await clerk.FeedBackAsync(id, _office.VersionOf(id), "感谢反映，建议向主管部门反映。", Stop);
        await clerk.CloseAsync(id, _office.VersionOf(id), FindingGrade.R0, rewardCheck: null, "办结", Stop);

        Assert.Equal(FindingState.Closed, _office.Stored(id).State);
    }

    [Fact]
    public async Task What_belongs_elsewhere_is_transferred_and_still_owes_its_author_an_answer()
    {
        var id = _office.File("WT-2026-0001");
        var clerk = _office.Handling(_office.Clerk);
        await clerk.RegisterAsync(id, _office.VersionOf(id), Stop);
        await clerk.TransferAsync(id, _office.VersionOf(id), "税务部门", Stop);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => clerk.CloseAsync(id, _office.VersionOf(id), FindingGrade.R3, null, "办结", Stop));

        Assert.Equal("Finding_WrongState", refused.Violation.Code);
        Assert.Equal("税务部门", _office.Stored(id).TransferredTo);
    }

    [Fact]
    public async Task More_information_is_asked_for_in_words_the_author_reads()
    {
        var id = _office.File("WT-2026-0001");

        await _office.Handling(_office.Clerk).RequestInfoAsync(id, _office.VersionOf(id), "请写明日期", Stop);

        Assert.Equal(FindingState.NeedsInfo, _office.Stored(id).State);
        Assert.Contains(_office.Stored(id).Events, e => e is { Kind: FindingEventKind.InfoRequested, Note: "请写明日期", IsInternal: false });
    }

    [Fact]
    public async Task Two_findings_on_one_matter_become_one_with_both_authors()
    {
        var master = _office.File("WT-2026-0001");
        var id = _office.File("WT-2026-0002", author: _office.SecondAuthor);

        await _office.Handling(_office.Clerk).MergeAsync(id, _office.VersionOf(id), master, "同一事项", Stop);

        Assert.Equal(master, _office.Stored(id).MergedInto);
        Assert.True(_office.Stored(master).IsBy(_office.SecondAuthor));
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_the_clerk_is_recused_from()
    {
        var master = _office.File("WT-2026-0001", _office.OtherAgency);
        var id = _office.File("WT-2026-0002");
        _office.Recuse(_office.Clerk.Person, RecusalMatter.Of(_office.OtherAgency));

        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Handling(_office.Clerk).MergeAsync(id, _office.VersionOf(id), master, "同一事项", Stop));

        Assert.Equal(FindingState.Submitted, _office.Stored(id).State);
    }

    [Fact]
    public async Task A_handler_who_is_recused_is_refused_and_nothing_changes()
    {
        var id = _office.File("WT-2026-0001");
        await _office.Handling(_office.Clerk).RegisterAsync(id, _office.VersionOf(id), Stop);
        _office.Recuse(_office.OtherClerk.Person, RecusalMatter.Of(_office.Agency));
        var before = _office.VersionOf(id);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _office.Handling(_office.Clerk).InvestigateAsync(id, before, _office.OtherClerk.Person, Stop));

        Assert.Equal("Finding_HandlerRecused", refused.Violation.Code);
        Assert.Equal(11, refused.Violation.Article.Number);
        Assert.Equal((FindingState.Registered, before), (_office.Stored(id).State, _office.VersionOf(id)));
    }

    [Fact]
    public async Task Article_11_a_matter_is_not_handed_to_a_clerk_who_steps_aside_nor_to_a_stranger()
    {
        var id = _office.FileRegistered("WT-2026-0001", FindingState.RectificationOrdered, _office.Today.AddDays(10));
        _office.Recuse(_office.OtherClerk.Person, RecusalMatter.Of(_office.Agency));

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _office.Handling(_office.Clerk).AssignHandlerAsync(id, _office.VersionOf(id), _office.OtherClerk.Person, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Handling(_office.Clerk).AssignHandlerAsync(id, _office.VersionOf(id), _office.Chief.Person, Stop));
        Assert.Equal("Finding_HandlerRecused", refused.Violation.Code);
        Assert.Null(_office.Stored(id).Handler);

        await _office.Handling(_office.Clerk).AssignHandlerAsync(id, _office.VersionOf(id), _office.Clerk.Person, Stop);

        Assert.Equal(_office.Clerk.Person, _office.Stored(id).Handler);
        Assert.Contains(_office.Stored(id).Events, e => e.Kind == FindingEventKind.HandlerAssigned && e.Handler == _office.Clerk.Person);
    }

    [Fact]
    public async Task Only_one_of_the_section_can_be_made_the_handler()
    {
        var id = _office.File("WT-2026-0001");
        await _office.Handling(_office.Clerk).RegisterAsync(id, _office.VersionOf(id), Stop);

        foreach (var stranger in new[] { _office.SecondAuthor, _office.Chief.Person, PersonId.New() })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Handling(_office.Clerk).InvestigateAsync(id, _office.VersionOf(id), stranger, Stop));
        }

        Assert.Equal(FindingState.Registered, _office.Stored(id).State);
    }

    [Fact]
    public async Task A_recused_clerk_cannot_act_as_if_the_finding_did_not_exist()
    {
        var id = _office.File("WT-2026-0001");
        _office.Recuse(_office.Clerk.Person, RecusalMatter.Of(id));

        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Handling(_office.Clerk).RegisterAsync(id, _office.VersionOf(id), Stop));
        var missing = await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Handling(_office.Clerk).RegisterAsync(FindingId.New(), 0, Stop));

        Assert.Equal(missing.Denial, refused.Denial);
        Assert.Equal(FindingState.Submitted, _office.Stored(id).State);
    }

    [Fact]
    public async Task Of_two_clerks_who_saw_the_same_only_one_acts()
    {
        var id = _office.File("WT-2026-0001");
        var seen = _office.VersionOf(id);
        await _office.Handling(_office.Clerk).RegisterAsync(id, seen, Stop);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _office.Handling(_office.OtherClerk).NotAcceptAsync(id, seen, "超出范围", Stop));

        Assert.Equal(FindingState.Registered, _office.Stored(id).State);
    }

    [Fact]
    public async Task A_deadline_on_the_day_of_the_order_is_refused()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.PartlySubstantiated, "部分属实", false, null, serious: false, Stop);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            _office.Handling(_office.Clerk).OrderRectificationAsync(id, _office.VersionOf(id), "整改", _office.Today, Stop));

        Assert.Equal("Finding_DeadlineNotAfterOrder", refused.Violation.Code);
        Assert.Null(_office.Stored(id).Rectification);
    }

    [Fact]
    public async Task What_was_fixed_on_the_spot_needs_evidence_and_no_deadline()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        var clerk = _office.Handling(_office.Clerk);
        await clerk.ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "属实", false, null, serious: false, Stop);
        await Assert.ThrowsAsync<RuleViolationException>(() => clerk.FixOnSpotAsync(id, _office.VersionOf(id), " ", Stop));

        await clerk.FixOnSpotAsync(id, _office.VersionOf(id), "现场照片", Stop);

        Assert.Equal(FindingState.Verified, _office.Stored(id).State);
        Assert.Null(_office.Stored(id).Rectification!.Deadline);
    }

    [Fact]
    public async Task A_reply_that_does_not_convince_goes_back_with_a_new_deadline()
    {
        var id = await _office.OrderedAsync("WT-2026-0001", _office.Today.AddDays(10));
        var clerk = _office.Handling(_office.Clerk);
        await clerk.ReceiveReplyAsync(id, _office.VersionOf(id), "已整改", Stop);

        await clerk.RejectRectificationAsync(id, _office.VersionOf(id), "仍只开两个窗口", _office.Today.AddDays(20), Stop);

        var stored = _office.Stored(id);
        Assert.Equal(FindingState.RectificationOrdered, stored.State);
        Assert.Equal(_office.Today.AddDays(20), stored.Rectification!.Deadline);
        Assert.Equal(_office.Today.AddDays(10), stored.Rectification.OriginalDeadline);
    }

    [Fact]
    public async Task Completion_in_the_future_is_no_completion()
    {
        var id = await _office.OrderedAsync("WT-2026-0001", _office.Today.AddDays(10));
        var clerk = _office.Handling(_office.Clerk);
        await clerk.ReceiveReplyAsync(id, _office.VersionOf(id), "已整改", Stop);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => clerk.VerifyAsync(id, _office.VersionOf(id), "照片", _office.Today.AddDays(1), Stop));

        Assert.Equal("Finding_CompletedInTheFuture", refused.Violation.Code);
        Assert.Equal(FindingState.RectificationReported, _office.Stored(id).State);
    }

    [Fact]
    public async Task A_violation_is_not_closed_before_the_reward_was_looked_at()
    {
        var id = await _office.FedBackAsync("WT-2026-0001");

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => _office.Handling(_office.Clerk).CloseAsync(id, _office.VersionOf(id), FindingGrade.R3, rewardCheck: null, "办结", Stop));

        Assert.Equal("Finding_RewardNotChecked", refused.Violation.Code);
        Assert.Equal(15, refused.Violation.Article.Number);
        Assert.Equal(FindingState.FedBack, _office.Stored(id).State);
    }

    [Fact]
    public async Task An_extension_after_the_deadline_is_too_late()
    {
        var id = await _office.OrderedAsync("WT-2026-0001", _office.Today.AddDays(5));
        _office.Clock.Advance(TimeSpan.FromDays(6));

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            _office.Handling(_office.Clerk).ProposeExtensionAsync(id, _office.VersionOf(id), "尚需时间", _office.Today.AddDays(30), Stop));

        Assert.Equal("Finding_DeadlinePassed", refused.Violation.Code);
        Assert.Null(_office.Stored(id).Proposal);
    }

    [Theory]
    [InlineData(PortalRole.Leadership)]
    [InlineData(PortalRole.Supervisor)]
    public async Task Only_the_section_handles_findings(PortalRole role)
    {
        var id = _office.File("WT-2026-0001");
        var nobody = _office.Handling(new Acting(role, PersonId.New()));

        await Assert.ThrowsAsync<AccessDeniedException>(() => nobody.RegisterAsync(id, _office.VersionOf(id), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => nobody.ConcludeAsync(id, 0, FindingConclusion.SuggestionNoted, "x", false, null, false, Stop));

        Assert.Equal(FindingState.Submitted, _office.Stored(id).State);
    }
}

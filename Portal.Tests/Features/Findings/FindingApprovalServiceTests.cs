using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Findings;

public sealed class FindingApprovalServiceTests : IDisposable
{
    private readonly FindingsOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_large_loss_is_concluded_only_when_leadership_approves()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "多付待遇", true, 100_000m, serious: false, Stop);
        Assert.Equal(FindingState.Investigating, _office.Stored(id).State);

        var proposal = Assert.Single(await _office.Approvals(_office.Chief).ListAsync(Stop));
        Assert.Equal((FindingProposalKind.Conclusion, 100_000m, "陈经办", true), (proposal.Proposal.Kind, proposal.Proposal.LossAmount, proposal.ProposedBy, proposal.CanDecide));
        await _office.Approvals(_office.Chief).ApproveAsync(id, proposal.Version, Stop);

        Assert.Equal(FindingState.Substantiated, _office.Stored(id).State);
        Assert.Equal(100_000m, _office.Stored(id).LossAmount);
        Assert.Empty(await _office.Approvals(_office.Chief).ListAsync(Stop));
    }

    [Fact]
    public async Task An_approved_extension_moves_the_deadline_and_keeps_the_first()
    {
        var first = _office.Today.AddDays(5);
        var id = await _office.OrderedAsync("WT-2026-0001", first);
        await _office.Handling(_office.Clerk).ProposeExtensionAsync(id, _office.VersionOf(id), "设备采购", first.AddDays(15), Stop);
        Assert.Equal(first, _office.Stored(id).Rectification!.Deadline);

        await _office.Approvals(_office.Chief).ApproveAsync(id, _office.VersionOf(id), Stop);

        var rectification = _office.Stored(id).Rectification!;
        Assert.Equal((first, first.AddDays(15), 1), (rectification.OriginalDeadline, rectification.Deadline, rectification.Extensions));
    }

    [Fact]
    public async Task The_highest_grade_waits_for_leadership()
    {
        var id = await _office.FedBackAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).CloseAsync(id, _office.VersionOf(id), FindingGrade.R4, true, "追回损失", Stop);
        Assert.Equal(FindingState.FedBack, _office.Stored(id).State);

        await _office.Approvals(_office.Chief).ApproveAsync(id, _office.VersionOf(id), Stop);

        Assert.Equal((FindingState.Closed, FindingGrade.R4), (_office.Stored(id).State, _office.Stored(id).Grade));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_leaves_the_finding_where_it_was()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "严重", true, null, serious: true, Stop);
        var chief = _office.Approvals(_office.Chief);
        await Assert.ThrowsAsync<RuleViolationException>(() => chief.RefuseAsync(id, _office.VersionOf(id), " ", Stop));
        Assert.NotNull(_office.Stored(id).Proposal);

        await chief.RefuseAsync(id, _office.VersionOf(id), "证据不足", Stop);

        Assert.Null(_office.Stored(id).Proposal);
        Assert.Equal(FindingState.Investigating, _office.Stored(id).State);
        Assert.Contains(_office.Stored(id).Events, e => e is { Kind: FindingEventKind.ProposalRefused, Note: "证据不足", IsInternal: true });
    }

    [Fact]
    public async Task Who_proposed_cannot_approve()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "严重", true, null, serious: true, Stop);
        var promoted = new Acting(PortalRole.Leadership, _office.Clerk.Person);

        Assert.Equal("Finding_ApproverIsProposer", Assert.Single(await _office.Approvals(promoted).ListAsync(Stop)).WhyNot!.Code);
        await Assert.ThrowsAsync<RuleViolationException>(() => _office.Approvals(promoted).ApproveAsync(id, _office.VersionOf(id), Stop));

        Assert.Equal(FindingState.Investigating, _office.Stored(id).State);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_approved_unread()
    {
        var id = await _office.OrderedAsync("WT-2026-0001", _office.Today.AddDays(5));
        await _office.Handling(_office.Clerk).ProposeExtensionAsync(id, _office.VersionOf(id), "设备采购", _office.Today.AddDays(20), Stop);
        var seen = _office.VersionOf(id);
        await _office.Handling(_office.Clerk).ReceiveReplyAsync(id, seen, "已整改", Stop);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _office.Approvals(_office.Chief).ApproveAsync(id, seen, Stop));

        Assert.Equal(_office.Today.AddDays(5), _office.Stored(id).Rectification!.Deadline);
    }

    [Fact]
    public async Task A_recused_leader_neither_sees_nor_decides()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "严重", true, null, serious: true, Stop);
        _office.Recuse(_office.Chief.Person, RecusalMatter.Of(_office.Agency));

        Assert.Empty(await _office.Approvals(_office.Chief).ListAsync(Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Approvals(_office.Chief).ApproveAsync(id, _office.VersionOf(id), Stop));

        Assert.NotNull(_office.Stored(id).Proposal);
    }

    [Fact]
    public async Task The_section_cannot_decide_its_own_proposals()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Approvals(_office.OtherClerk).ListAsync(Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Approvals(_office.OtherClerk).ApproveAsync(FindingId.New(), 0, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _office.Approvals(_office.OtherClerk).RefuseAsync(FindingId.New(), 0, "x", Stop));
    }
}

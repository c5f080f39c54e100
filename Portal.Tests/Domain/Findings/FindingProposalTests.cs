using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;

namespace Portal.Tests.Domain.Findings;

/// <summary>What the section proposes and leadership approves.</summary>
public sealed class FindingProposalTests
{
    [Theory]
    [InlineData(FindingConclusion.Substantiated, 99_999.99, false, false)]
    [InlineData(FindingConclusion.Substantiated, 100_000d, false, true)]
    [InlineData(FindingConclusion.PartlySubstantiated, 100_000d, false, true)]
    [InlineData(FindingConclusion.Substantiated, 0d, true, true)]
    [InlineData(FindingConclusion.Substantiated, null, false, false)]
    [InlineData(FindingConclusion.NotSubstantiated, 500_000d, true, false)]
    [InlineData(FindingConclusion.SuggestionAdopted, null, true, false)]
    [InlineData(FindingConclusion.SuggestionNoted, null, true, false)]
    public void A_conclusion_goes_to_leadership_when_the_loss_is_large_or_the_matter_serious(FindingConclusion conclusion, double? loss, bool serious, bool needed)
    {
        Assert.Equal(needed, Finding.ConclusionNeedsApproval(conclusion, (decimal?)loss, serious, Settings));
    }

    [Fact]
    public void A_proposed_conclusion_changes_nothing_until_it_is_approved()
    {
        var finding = WithConclusionProposed();

        Assert.Equal(FindingState.Investigating, finding.State);
        Assert.Null(finding.Conclusion);
        Assert.Equal((FindingProposalKind.Conclusion, Clerk, 250_000m), (finding.Proposal!.Kind, finding.Proposal.ProposedBy, finding.Proposal.LossAmount!.Value));
        Refused.Same(FindingRules.ProposalPending(), finding.WhyNot(FindingAct.Conclude));
    }

    [Fact]
    public void An_approved_conclusion_stands_as_it_was_proposed()
    {
        var finding = WithConclusionProposed();

        finding.ApproveProposal(Leader, Now, Today.AddDays(1));

        Assert.Equal((FindingState.Substantiated, FindingConclusion.Substantiated), (finding.State, finding.Conclusion!.Value));
        Assert.Equal((true, 250_000m, Today.AddDays(1)), (finding.IsViolation!.Value, finding.LossAmount!.Value, finding.ConcludedOn!.Value));
        Assert.Null(finding.Proposal);
        Assert.Equal(Leader, finding.Events[^1].By);
    }

    [Fact]
    public void Who_proposes_cannot_approve()
    {
        var finding = WithConclusionProposed();

        Refused.Same(FindingRules.ApproverIsProposer(), finding.WhyNotDecideProposal(Clerk));
        Refused.By(FindingRules.ApproverIsProposer(), () => finding.ApproveProposal(Clerk, Now, Today));
        Refused.By(FindingRules.ApproverIsProposer(), () => finding.RefuseProposal(Clerk, "no", Now));
        Assert.NotNull(finding.Proposal);
    }

    [Fact]
    public void There_is_nothing_to_decide_where_nothing_was_proposed()
    {
        var finding = In(FindingState.Investigating);

        Refused.By(FindingRules.NoProposal(), () => finding.ApproveProposal(Leader, Now, Today));
        Refused.By(FindingRules.NoProposal(), () => finding.RefuseProposal(Leader, "no", Now));
    }

    [Fact]
    public void A_refused_proposal_is_gone_and_can_be_made_again()
    {
        var finding = WithConclusionProposed();

        Refused.By(FindingRules.ReasonMissing(), () => finding.RefuseProposal(Leader, " ", Now));
        finding.RefuseProposal(Leader, "look again", Now);

        Assert.Null(finding.Proposal);
        Assert.Equal(FindingState.Investigating, finding.State);
        Assert.Null(finding.WhyNot(FindingAct.Conclude));
    }

    [Fact]
    public void A_deadline_moves_when_leadership_approves()
    {
        var later = Deadline.AddDays(10);
        var finding = WithExtensionProposed(later);
        Assert.Equal(Deadline, finding.Rectification!.Deadline);
        Refused.Same(FindingRules.ProposalPending(), finding.WhyNot(FindingAct.Extend));

        finding.ApproveProposal(Leader, Now, Today);

        Assert.Equal((later, Deadline, 1), (finding.Rectification.Deadline, finding.Rectification.OriginalDeadline, finding.Rectification.Extensions));
    }

    [Fact]
    public void An_extension_asked_for_in_time_can_be_approved_after_the_deadline()
    {
        var finding = WithExtensionProposed(Deadline.AddDays(10));

        finding.ApproveProposal(Leader, Now, Deadline.AddDays(2));

        Assert.Equal(Deadline.AddDays(10), finding.Rectification!.Deadline);
    }

    [Fact]
    public void An_approval_that_came_too_late_is_refused_and_the_proposal_still_waits()
    {
        var finding = WithExtensionProposed(Deadline.AddDays(10));
        finding.ReceiveReply(Clerk, "four are open", Now, Today);

        Refused.Same(FindingRules.WrongState(FindingAct.Extend, FindingState.RectificationReported), finding.WhyNotApproveProposal(Leader));
        Refused.By(FindingRules.WrongState(FindingAct.Extend, FindingState.RectificationReported), () => finding.ApproveProposal(Leader, Now, Today));
        Assert.NotNull(finding.Proposal);
        Assert.Equal(Deadline, finding.Rectification!.Deadline);

        finding.RefuseProposal(Leader, "it is done already", Now);
        Assert.Null(finding.Proposal);
    }

    [Fact]
    public void An_extension_never_moves_a_deadline_back()
    {
        var finding = WithExtensionProposed(Deadline.AddDays(10));
        finding.ReceiveReply(Clerk, "four are open", Now, Today);
        finding.RejectRectification(Clerk, "still two", Deadline.AddDays(20), Now, Today);

        Refused.By(FindingRules.DeadlineNotLater(Deadline.AddDays(20)), () => finding.ApproveProposal(Leader, Now, Today));
        Assert.Equal(Deadline.AddDays(20), finding.Rectification!.Deadline);
    }

    [Fact]
    public void The_highest_grade_waits_for_leadership()
    {
        var finding = AnsweredViolation();

        finding.Close(Clerk, FindingGrade.R4, rewardCheck: true, "outstanding", Now, Today);
        Assert.Equal((FindingState.FedBack, FindingProposalKind.TopGrade), (finding.State, finding.Proposal!.Kind));
        Refused.Same(FindingRules.ProposalPending(), finding.WhyNotClose(rewardCheck: true));
        finding.ApproveProposal(Leader, Now, Today);

        Assert.Equal((FindingState.Closed, FindingGrade.R4, true), (finding.State, finding.Grade!.Value, finding.RewardCheck!.Value));
    }

    [Fact]
    public void The_author_is_told_every_step_but_those_inside_the_office()
    {
        var finding = WithConclusionProposed();
        finding.RefuseProposal(Leader, "look again", Now);

        Assert.Equal(
            [FindingEventKind.Submitted, FindingEventKind.Registered, FindingEventKind.InvestigationStarted],
            finding.Events.Where(e => !e.IsInternal).Select(e => e.Kind));
    }
}

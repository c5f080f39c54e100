using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;

namespace Portal.Tests.Domain.Findings;

/// <summary>The author hears the result, may appeal once, and then the finding is closed (及时反馈).</summary>
public sealed class FindingFeedbackTests
{
    [Fact]
    public void Article_14_feedback_says_something()
    {
        var finding = In(FindingState.NotSubstantiated);

        Refused.By(FindingRules.FeedbackMissing(), () => finding.FeedBack(Clerk, " ", Now, Today));
        finding.FeedBack(Clerk, "not confirmed", Now, Today);

        Assert.Equal(("not confirmed", Today), (finding.FeedbackText, finding.FedBackOn!.Value));
    }

    [Fact]
    public void Article_14_closed_means_fed_back()
    {
        foreach (var state in Enum.GetValues<FindingState>().Where(s => s is not (FindingState.FedBack or FindingState.Closed)))
        {
            Refused.Same(FindingRules.WrongState(FindingAct.Close, state), In(state).WhyNotClose(rewardCheck: false));
        }

        Assert.NotNull(In(FindingState.Closed).FedBackOn);
    }

    [Fact]
    public void Article_15_a_violation_is_closed_only_after_the_reward_check()
    {
        var finding = AnsweredViolation();

        Refused.Same(FindingRules.RewardNotChecked(), finding.WhyNotClose(rewardCheck: null));
        Refused.By(FindingRules.RewardNotChecked(), () => finding.Close(Clerk, FindingGrade.R3, rewardCheck: null, "done", Now, Today));
        Refused.By(FindingRules.RewardNotChecked(), () => finding.Close(Clerk, FindingGrade.R4, rewardCheck: null, "done", Now, Today));
        finding.Close(Clerk, FindingGrade.R3, rewardCheck: false, "no reward: own duty", Now, Today);

        Assert.Equal((FindingState.Closed, false, Today, FindingGrade.R3), (finding.State, finding.RewardCheck!.Value, finding.ClosedOn!.Value, finding.Grade!.Value));
    }

    [Fact]
    public void Article_15_asks_nothing_where_there_was_no_violation()
    {
        Assert.Null(In(FindingState.FedBack).WhyNotClose(rewardCheck: null));
    }

    [Fact]
    public void Closing_has_a_note()
    {
        Refused.By(FindingRules.ReasonMissing(), () => In(FindingState.FedBack).Close(Clerk, FindingGrade.R1, rewardCheck: null, "", Now, Today));
    }

    [Fact]
    public void The_author_may_appeal_to_the_last_day_of_the_time_the_office_gives()
    {
        var finding = In(FindingState.FedBack);
        var lastDay = Today.AddDays(15);

        Assert.Null(finding.WhyNotAppeal(Author, lastDay, Settings));
        Refused.Same(FindingRules.AppealTooLate(lastDay), finding.WhyNotAppeal(Author, lastDay.AddDays(1), Settings));
        Assert.Null(finding.WhyNotAppeal(CoAuthor, lastDay.AddDays(1), Settings with { FindingAppealDays = 16 }));
    }

    [Fact]
    public void Nobody_but_an_author_appeals()
    {
        Refused.Same(FindingRules.NotItsAuthor(), In(FindingState.FedBack).WhyNotAppeal(Clerk, Today, Settings));
    }

    [Fact]
    public void An_appeal_says_what_is_not_solved()
    {
        Refused.By(FindingRules.ReasonMissing(), () => In(FindingState.FedBack).Appeal(Author, " ", Now, Today, Settings));
    }

    [Fact]
    public void An_appeal_opens_the_matter_again_and_can_be_made_once()
    {
        var finding = In(FindingState.FedBack);

        finding.Appeal(Author, "still two counters", Now, Today, Settings);
        Assert.Equal((FindingState.Registered, Today), (finding.State, finding.AppealedOn!.Value));
        finding.Transfer(Clerk, "city hall", Now, Today);
        finding.FeedBack(Clerk, "city hall took it over", Now, Today);

        Refused.Same(FindingRules.AppealedBefore(), finding.WhyNotAppeal(CoAuthor, Today, Settings));
        Assert.Null(finding.WhyNotClose(rewardCheck: null));
    }

    [Fact]
    public void After_an_appeal_nothing_of_the_old_result_holds_and_the_steps_keep_it()
    {
        var finding = WithConclusionProposed();
        finding.ApproveProposal(Leader, Now, Today);
        finding.OrderRectification(Clerk, "pay it back", Deadline, Now, Today);
        finding.ReceiveReply(Clerk, "paid back", Now, Today);
        finding.Verify(Clerk, "receipt seen", Today, Now, Today);
        finding.FeedBack(Clerk, "paid back", Now, Today);

        finding.Appeal(Author, "only half of it", Now, Today.AddDays(3), Settings);

        Assert.Equal((FindingState.Registered, Today.AddDays(3)), (finding.State, finding.RegisteredOn!.Value));
        Assert.Null(finding.Conclusion);
        Assert.Null(finding.ConcludedOn);
        Assert.Null(finding.IsViolation);
        Assert.Null(finding.LossAmount);
        Assert.Null(finding.Rectification);
        Assert.Null(finding.InvestigatingSince);
        Assert.Null(finding.FeedbackText);
        Assert.Null(finding.FedBackOn);
        Assert.Equal(Handler, finding.Handler);
        var concluded = finding.Events.Single(e => e.Kind == FindingEventKind.Concluded);
        Assert.Equal((FindingConclusion.Substantiated, true, 250_000m), (concluded.Conclusion!.Value, concluded.IsViolation!.Value, concluded.LossAmount!.Value));
        Assert.Equal("pay it back", finding.Events.Single(e => e.Kind == FindingEventKind.RectificationOrdered).Note);
        Assert.Equal("paid back", finding.Events.Single(e => e.Kind == FindingEventKind.FedBack).Note);
    }

    [Fact]
    public void After_an_appeal_the_reward_is_checked_anew_where_a_violation_is_found_again_and_not_where_none_is()
    {
        var finding = AnsweredViolation();
        finding.Appeal(Author, "not paid", Now, Today, Settings);
        finding.Investigate(Clerk, Handler, handlerRecused: false, Now, Today);
        finding.Conclude(Clerk, FindingConclusion.NotSubstantiated, "paid on time", isViolation: false, loss: null, serious: false, Settings, Now, Today);
        finding.FeedBack(Clerk, "paid on time", Now, Today);

        Assert.Null(finding.WhyNotClose(rewardCheck: null));
    }

    [Fact]
    public void An_appeal_against_a_transfer_takes_the_matter_back()
    {
        var finding = In(FindingState.Transferred);
        finding.FeedBack(Clerk, "handed over", Now, Today);

        finding.Appeal(Author, "they refuse it", Now, Today, Settings);

        Assert.Null(finding.TransferredTo);
        Assert.Equal("medical insurance", finding.Events.Single(e => e.Kind == FindingEventKind.Transferred).Note);
    }

    [Fact]
    public void An_appeal_takes_back_the_grade_that_was_proposed()
    {
        var finding = AnsweredViolation();
        finding.Close(Clerk, FindingGrade.R4, rewardCheck: true, "outstanding", Now, Today);

        finding.Appeal(Author, "not solved", Now, Today, Settings);

        Assert.Null(finding.Proposal);
        Assert.Null(finding.Grade);
    }
}

using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;

namespace Portal.Tests.Domain.Findings;

/// <summary>The arrows of domain.md A2.12, each tried from each state: a finding moves along the chain of Article 14 and in no other way.</summary>
public sealed class FindingTransitionTests
{
    /// <summary>Act, the states it is possible in, the state it leads to.</summary>
    private static readonly FindingState[] s_inSomebodysHands =
    [
        .. Finding.OpenStates.Except([FindingState.Submitted, FindingState.NeedsInfo, FindingState.Registered]), FindingState.FedBack,
    ];

    private static readonly (FindingAct Act, FindingState[] From, FindingState? To)[] s_arrows =
    [
        (FindingAct.Register, [FindingState.Submitted], FindingState.Registered),
        (FindingAct.Merge, [FindingState.Submitted], FindingState.Merged),
        (FindingAct.RequestInfo, [FindingState.Submitted], FindingState.NeedsInfo),
        (FindingAct.Supplement, [FindingState.NeedsInfo], FindingState.Submitted),
        (FindingAct.NotAccept, [FindingState.Submitted], FindingState.NotAccepted),
        (FindingAct.Investigate, [FindingState.Registered], FindingState.Investigating),
        (FindingAct.Transfer, [FindingState.Registered], FindingState.Transferred),
        (FindingAct.Conclude, [FindingState.Investigating], FindingState.Substantiated),
        (FindingAct.OrderRectification, [FindingState.Substantiated, FindingState.PartlySubstantiated], FindingState.RectificationOrdered),
        (FindingAct.FixedOnSpot, [FindingState.Substantiated, FindingState.PartlySubstantiated], FindingState.Verified),
        (FindingAct.ReceiveReply, [FindingState.RectificationOrdered], FindingState.RectificationReported),
        (FindingAct.Verify, [FindingState.RectificationReported], FindingState.Verified),
        (FindingAct.RejectRectification, [FindingState.RectificationReported], FindingState.RectificationOrdered),
        (FindingAct.Extend, [FindingState.RectificationOrdered], FindingState.RectificationOrdered),
        (FindingAct.FeedBack,
            [FindingState.Verified, FindingState.NotSubstantiated, FindingState.SuggestionAdopted, FindingState.SuggestionNoted, FindingState.Transferred, FindingState.NotAccepted],
            FindingState.FedBack),
        (FindingAct.Close, [FindingState.FedBack], FindingState.Closed),
        (FindingAct.Appeal, [FindingState.FedBack], FindingState.Registered),
        (FindingAct.AssignHandler, [.. s_inSomebodysHands], null),
    ];

    public static TheoryData<FindingState, FindingAct> Cells() =>
        [.. Enum.GetValues<FindingState>().SelectMany(_ => Enum.GetValues<FindingAct>(), (state, act) => (state, act))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_act_leads_on_from_the_states_it_belongs_to_and_is_refused_in_every_other(FindingState state, FindingAct act)
    {
        var (_, from, to) = s_arrows.Single(a => a.Act == act);
        var finding = In(state);
        var steps = finding.Events.Count;

        if (from.Contains(state))
        {
            Assert.Null(finding.WhyNot(act));
            Perform(finding, act);
            Assert.Equal(to ?? state, finding.State);
            Assert.Equal(steps + 1, finding.Events.Count);
        }
        else
        {
            Refused.Same(FindingRules.WrongState(act, state), finding.WhyNot(act));
            Refused.By(FindingRules.WrongState(act, state), () => Perform(finding, act));
            Assert.Equal(state, finding.State);
            Assert.Equal(steps, finding.Events.Count);
        }
    }

    [Theory]
    [InlineData(FindingConclusion.Substantiated, FindingState.Substantiated)]
    [InlineData(FindingConclusion.PartlySubstantiated, FindingState.PartlySubstantiated)]
    [InlineData(FindingConclusion.NotSubstantiated, FindingState.NotSubstantiated)]
    [InlineData(FindingConclusion.SuggestionAdopted, FindingState.SuggestionAdopted)]
    [InlineData(FindingConclusion.SuggestionNoted, FindingState.SuggestionNoted)]
    public void A_conclusion_is_the_state_it_leads_to(FindingConclusion conclusion, FindingState state)
    {
        var finding = Concluded(conclusion);

        Assert.Equal((state, conclusion, Today), (finding.State, finding.Conclusion!.Value, finding.ConcludedOn!.Value));
    }

    [Fact]
    public void A_finding_is_open_until_its_author_is_answered_or_hears_through_another()
    {
        Assert.Equal(
            Enum.GetValues<FindingState>().Except([FindingState.Merged, FindingState.FedBack, FindingState.Closed]).Order(),
            Finding.OpenStates.Order());
    }

    [Fact]
    public void Every_step_is_on_the_timeline_in_order_with_who_and_when()
    {
        var finding = In(FindingState.Closed);

        Assert.Equal(
            [
                FindingEventKind.Submitted, FindingEventKind.Registered, FindingEventKind.InvestigationStarted, FindingEventKind.Concluded, FindingEventKind.RectificationOrdered,
                FindingEventKind.RectificationReported, FindingEventKind.Verified, FindingEventKind.FedBack, FindingEventKind.Closed,
            ],
            finding.Events.Select(e => e.Kind));
        Assert.Equal(Enumerable.Range(1, 9), finding.Events.Select(e => e.Sequence));
        Assert.Equal(Author, finding.Events[0].By);
        Assert.All(finding.Events.Skip(1), e => Assert.Equal(Clerk, e.By));
        Assert.All(finding.Events, e => Assert.Equal(Now, e.At));
    }

    private static void Perform(Finding finding, FindingAct act)
    {
        switch (act)
        {
            case FindingAct.Register:
                finding.Register(Clerk, Now, Today);
                break;
            case FindingAct.Merge:
                finding.MergeInto(Submitted(), Clerk, "same matter", Now);
                break;
            case FindingAct.RequestInfo:
                finding.RequestInfo(Clerk, "which counter?", Now);
                break;
            case FindingAct.Supplement:
                finding.Supplement(Author, "counter 3", Now);
                break;
            case FindingAct.NotAccept:
                finding.NotAccept(Clerk, "out of scope", Now, Today);
                break;
            case FindingAct.Investigate:
                finding.Investigate(Clerk, Handler, handlerRecused: false, Now, Today);
                break;
            case FindingAct.Transfer:
                finding.Transfer(Clerk, "medical insurance", Now, Today);
                break;
            case FindingAct.Conclude:
                finding.Conclude(Clerk, FindingConclusion.Substantiated, "as seen", isViolation: false, loss: null, serious: false, Settings, Now, Today);
                break;
            case FindingAct.OrderRectification:
                finding.OrderRectification(Clerk, "open four counters", Deadline, Now, Today);
                break;
            case FindingAct.FixedOnSpot:
                finding.FixOnSpot(Clerk, "seen on site", Now, Today);
                break;
            case FindingAct.ReceiveReply:
                finding.ReceiveReply(Clerk, "four are open", Now, Today);
                break;
            case FindingAct.Verify:
                finding.Verify(Clerk, "seen on site", Today, Now, Today);
                break;
            case FindingAct.RejectRectification:
                finding.RejectRectification(Clerk, "still two", Deadline.AddDays(10), Now, Today);
                break;
            case FindingAct.Extend:
                finding.ProposeExtension(Clerk, "parts are late", Deadline.AddDays(10), Settings, Now, Today);
                break;
            case FindingAct.FeedBack:
                finding.FeedBack(Clerk, "thank you", Now, Today);
                break;
            case FindingAct.Close:
                finding.Close(Clerk, FindingGrade.R2, rewardCheck: false, "done", Now, Today);
                break;
            case FindingAct.Appeal:
                finding.Appeal(Author, "not solved", Now, Today, Settings);
                break;
            case FindingAct.AssignHandler:
                finding.AssignHandler(Clerk, Leader, handlerRecused: false, Now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }
    }
}

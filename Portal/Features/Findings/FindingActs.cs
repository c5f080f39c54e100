using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Findings;

/// <summary>The section's acts in the order of domain.md A2.12, which of them comes next, and what stands in their way.</summary>
public static class FindingActs
{
    public static IReadOnlyList<FindingAct> OfTheSection { get; } =
    [
        FindingAct.Register, FindingAct.RequestInfo, FindingAct.Merge, FindingAct.NotAccept,
        FindingAct.Investigate, FindingAct.Transfer, FindingAct.Conclude,
        FindingAct.OrderRectification, FindingAct.FixedOnSpot, FindingAct.ReceiveReply,
        FindingAct.Verify, FindingAct.RejectRectification, FindingAct.Extend,
        FindingAct.FeedBack, FindingAct.Close, FindingAct.AssignHandler,
    ];

    /// <summary>The act that moves a finding on; none where its author or nobody is asked.</summary>
    public static FindingAct? NextIn(FindingState state) => state switch
    {
        FindingState.Submitted => FindingAct.Register,
        FindingState.Registered => FindingAct.Investigate,
        FindingState.Investigating => FindingAct.Conclude,
        FindingState.Substantiated or FindingState.PartlySubstantiated => FindingAct.OrderRectification,
        FindingState.RectificationOrdered => FindingAct.ReceiveReply,
        FindingState.RectificationReported => FindingAct.Verify,
        FindingState.Verified or FindingState.NotSubstantiated or FindingState.SuggestionAdopted or FindingState.SuggestionNoted
            or FindingState.Transferred or FindingState.NotAccepted => FindingAct.FeedBack,
        FindingState.FedBack => FindingAct.Close,
        _ => null,
    };

    /// <summary>Asks the aggregate, with the best that could still be typed: what remains in the way is no matter of typing.</summary>
    public static RuleViolation? WhyNot(this Finding finding, FindingAct act, DateOnly today, OfficeSettings settings) => act switch
    {
        FindingAct.Extend => finding.WhyNot(act) ?? finding.WhyNotExtend(DateOnly.MaxValue, today, settings),
        FindingAct.Close => finding.WhyNotClose(rewardCheck: true),
        _ => finding.WhyNot(act),
    };
}

/// <summary>An internal limit of the office (domain.md A8: the measures have none) that runs in the present state.</summary>
public sealed record FindingLimit(FindingAct Act, DeadlineComputation How)
{
    public static FindingLimit? Of(Finding finding, OfficeSettings settings, WorkingCalendar calendar)
    {
        if (finding.State == FindingState.Submitted)
        {
            return new(FindingAct.Register, DeadlineComputation.ForWorkdayLimit(finding.SubmittedOn, settings.FindingRegisterWorkdays, calendar));
        }

        if (finding.State == FindingState.Investigating && finding.InvestigatingSince is { } since)
        {
            return new(FindingAct.Conclude, DeadlineComputation.ForCalendarLimit(since, settings.FindingInvestigateDays));
        }

        // What the author is told of is the handling: where something had to be put right, it ends with that.
        var concluded = finding.Rectification?.CompletedOn is { } completed && completed > finding.ConcludedOn ? completed : finding.ConcludedOn;
        return FindingActs.NextIn(finding.State) == FindingAct.FeedBack && concluded is { } day
            ? new(FindingAct.FeedBack, DeadlineComputation.ForWorkdayLimit(day, settings.FindingFeedbackWorkdays, calendar))
            : null;
    }
}

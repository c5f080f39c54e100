using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;

namespace Portal.Tests.Domain.Findings;

/// <summary>A true problem gets a deadline and is followed until it is put right (明确整改期限，督促整改到位).</summary>
public sealed class FindingRectificationTests
{
    [Fact]
    public void Article_14_the_deadline_is_later_than_the_day_of_the_order()
    {
        var finding = In(FindingState.Substantiated);

        Refused.Same(FindingRules.DeadlineNotAfterOrder(Today), finding.WhyNotOrder(Today, Today));
        Refused.By(FindingRules.DeadlineNotAfterOrder(Today), () => finding.OrderRectification(Clerk, "open four", Today, Now, Today));
        Assert.Null(finding.WhyNotOrder(Today.AddDays(1), Today));
        Assert.Null(finding.Rectification);
    }

    [Fact]
    public void An_order_says_what_is_to_be_put_right()
    {
        Refused.By(FindingRules.ReasonMissing(), () => In(FindingState.Substantiated).OrderRectification(Clerk, " ", Deadline, Now, Today));
    }

    [Fact]
    public void What_was_ordered_stays_on_record_with_its_first_deadline()
    {
        var ordered = In(FindingState.RectificationOrdered).Rectification!;

        Assert.Equal((Today, Deadline, Deadline, 0), (ordered.OrderedOn!.Value, ordered.OriginalDeadline!.Value, ordered.Deadline!.Value, ordered.Extensions));
        Assert.Equal("open four counters", ordered.Requirement);
        Assert.False(ordered.FixedOnSpot);
    }

    [Fact]
    public void What_is_put_right_at_once_needs_no_deadline_but_evidence()
    {
        var finding = In(FindingState.PartlySubstantiated);

        Refused.By(FindingRules.EvidenceMissing(), () => finding.FixOnSpot(Clerk, "", Now, Today));
        finding.FixOnSpot(Clerk, "counter opened", Now, Today);

        Assert.Equal((FindingState.Verified, true, Today), (finding.State, finding.Rectification!.FixedOnSpot, finding.Rectification.CompletedOn!.Value));
        Assert.Null(finding.Rectification.Deadline);
    }

    [Fact]
    public void Verified_means_that_there_is_evidence()
    {
        var finding = In(FindingState.RectificationReported);

        Refused.Same(FindingRules.EvidenceMissing(), finding.WhyNotVerify(" ", Today, Today));
        Refused.By(FindingRules.EvidenceMissing(), () => finding.Verify(Clerk, " ", Today, Now, Today));
    }

    [Fact]
    public void What_is_finished_was_finished_today_or_earlier()
    {
        var finding = In(FindingState.RectificationReported);

        Refused.Same(FindingRules.CompletedInTheFuture(Today), finding.WhyNotVerify("seen", Today.AddDays(1), Today));
        Assert.Null(finding.WhyNotVerify("seen", Today, Today));
    }

    [Fact]
    public void What_is_finished_was_not_finished_before_it_was_ordered()
    {
        var finding = In(FindingState.RectificationReported);

        Refused.Same(FindingRules.CompletedBeforeOrder(Today), finding.WhyNotVerify("seen", Today.AddDays(-1), Today));
        Refused.By(FindingRules.CompletedBeforeOrder(Today), () => finding.Verify(Clerk, "seen", Today.AddDays(-1), Now, Today));
        Assert.Equal(FindingState.RectificationReported, finding.State);
    }

    [Fact]
    public void In_time_or_late_is_judged_by_the_day_the_agency_finished()
    {
        var finding = In(FindingState.RectificationReported);

        finding.Verify(Clerk, "seen on site", Today.AddDays(2), Now, Today.AddDays(5));

        Assert.Equal(Today.AddDays(2), finding.Rectification!.CompletedOn);
        Assert.Equal(Today.AddDays(2), finding.Events[^1].Date);
    }

    [Fact]
    public void A_reply_is_kept_with_its_day_and_is_not_empty()
    {
        var finding = In(FindingState.RectificationOrdered);

        Refused.By(FindingRules.ReasonMissing(), () => finding.ReceiveReply(Clerk, "", Now, Today));
        finding.ReceiveReply(Clerk, "four are open", Now, Today);

        Assert.Equal(Today, finding.Rectification!.ReportedOn);
    }

    [Fact]
    public void A_reply_that_does_not_convince_gets_a_new_deadline_and_a_reason()
    {
        var finding = In(FindingState.RectificationReported);
        var newDeadline = Today.AddDays(10);

        Refused.Same(FindingRules.DeadlineNotAfterOrder(Today), finding.WhyNotReject(Today, Today));
        Refused.By(FindingRules.ReasonMissing(), () => finding.RejectRectification(Clerk, " ", newDeadline, Now, Today));
        finding.RejectRectification(Clerk, "still two", newDeadline, Now, Today);

        Assert.Equal((newDeadline, Deadline, null), (finding.Rectification!.Deadline, finding.Rectification.OriginalDeadline, finding.Rectification.ReportedOn));
        Assert.Equal(0, finding.Rectification.Extensions);
    }

    [Fact]
    public void An_extension_is_asked_for_while_the_deadline_still_runs()
    {
        var finding = In(FindingState.RectificationOrdered);
        var later = Deadline.AddDays(10);

        Assert.Null(finding.WhyNotExtend(later, Deadline, Settings));
        Refused.Same(FindingRules.DeadlinePassed(Deadline), finding.WhyNotExtend(later, Deadline.AddDays(1), Settings));
    }

    [Fact]
    public void An_extension_is_to_a_later_day()
    {
        var finding = In(FindingState.RectificationOrdered);

        Refused.Same(FindingRules.DeadlineNotLater(Deadline), finding.WhyNotExtend(Deadline, Today, Settings));
        Refused.By(FindingRules.DeadlineNotLater(Deadline), () => finding.ProposeExtension(Clerk, "late", Deadline.AddDays(-1), Settings, Now, Today));
    }

    [Fact]
    public void An_extension_has_a_reason()
    {
        Refused.By(FindingRules.ReasonMissing(), () => In(FindingState.RectificationOrdered).ProposeExtension(Clerk, "", Deadline.AddDays(10), Settings, Now, Today));
    }

    [Fact]
    public void A_deadline_is_moved_as_often_as_the_office_allows_and_not_more()
    {
        var finding = In(FindingState.RectificationOrdered);
        Extend(finding, Deadline.AddDays(10));
        Extend(finding, Deadline.AddDays(20));

        Refused.Same(FindingRules.NoMoreExtensions(2), finding.WhyNotExtend(Deadline.AddDays(30), Today, Settings));
        Assert.Null(finding.WhyNotExtend(Deadline.AddDays(30), Today, Settings with { RectificationMaxExtensions = 3 }));
        Assert.Equal((Deadline, Deadline.AddDays(20), 2), (finding.Rectification!.OriginalDeadline, finding.Rectification.Deadline, finding.Rectification.Extensions));
    }

    private static void Extend(Finding finding, DateOnly deadline)
    {
        finding.ProposeExtension(Clerk, "parts are late", deadline, Settings, Now, Today);
        finding.ApproveProposal(Leader, Now, Today);
    }
}

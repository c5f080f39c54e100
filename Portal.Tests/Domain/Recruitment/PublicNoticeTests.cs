using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Time;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Recruitment.AnApplication;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recruitment;

public sealed class PublicNoticeTests
{
    [Fact]
    public void Article_6_its_days_are_counted_once_and_stay_as_counted()
    {
        var person = Passed();
        var notice = Published(Day("2026-11-09"), person);

        Assert.Equal((Day("2026-11-09"), Day("2026-11-14"), Day("2026-11-16")), (notice.PublishedOn!.Value, notice.RawLastDay!.Value, notice.LastDay!.Value));
        Assert.Equal([Day("2026-11-14"), Day("2026-11-15")], notice.Computation!.DaysOffSkipped);
        Assert.True(notice.Computation.Rolled);
        Assert.Equal(ApplicationState.OnNotice, person.State);
    }

    [Theory]
    [InlineData("2026-11-08", false, false)]
    [InlineData("2026-11-09", true, false)]
    [InlineData("2026-11-16", true, false)]
    [InlineData("2026-11-17", false, true)]
    public void It_runs_from_its_first_day_to_its_last(string day, bool running, bool over)
    {
        var notice = Published(Day("2026-11-09"), Passed());

        Assert.Equal((running, over), (notice.IsRunning(Day(day)), notice.IsOver(Day(day))));
    }

    [Fact]
    public void A_shorter_period_than_five_days_is_not_published()
    {
        var person = Passed();
        var notice = PublicNotice.Prepare(PublicNoticeId.New(), RecruitmentBatchId.New(), "公示", "t", [person], Clerk, null);

        Refused.By(
            RecruitmentRules.NoticeTooShort(4),
            () => notice.Publish(Clerk, false, "1", [person], CountingMode.NoticeDefault with { Days = 4 }, Calendar2026, Now, Monday));
        Assert.Equal((NoticeState.Draft, ApplicationState.ReviewPassed), (notice.State, person.State));
    }

    [Fact]
    public void Who_proposes_a_notice_does_not_approve_it()
    {
        var notice = PublicNotice.Prepare(PublicNoticeId.New(), RecruitmentBatchId.New(), "公示", "t", [Passed()], Clerk, null);
        Refused.Same(RecruitmentRules.NoticeWrongState(NoticeState.Draft), notice.WhyNotPublish(Leader, approvalNeeded: true));
        notice.Propose(Clerk);

        Refused.Same(RecruitmentRules.ApproverIsProposer(), notice.WhyNotPublish(Clerk, approvalNeeded: true));
        notice.Refuse(Leader, "措辞");
        Assert.Equal(NoticeState.Draft, notice.State);
    }

    [Theory]
    [InlineData("请联系 154-0000-0001", "某单位")]
    [InlineData("现予公示", "某单位 15400000001")]
    public void A_notice_shows_no_number_by_which_a_person_is_known(string text, string unit)
    {
        var person = Passed();
        var withUnit = Application.Submit(
            RecruitmentApplicationId.New(), OpenBatch(), "BM-2026-0002", BornOn("1980-05-05", unit), RecruitmentChannel.OpenRecruitment, null, [], Fit, null, Now, Monday);
        Promote(withUnit);

        var refused = Assert.Throws<Portal.Domain.Rules.RuleViolationException>(
            () => PublicNotice.Prepare(PublicNoticeId.New(), RecruitmentBatchId.New(), "公示", text, [person, withUnit], Clerk, "0731-28680000"));
        Assert.Equal("Recruitment_PersonalNumber", refused.Violation.Code);
    }

    [Fact]
    public void Nobody_is_on_it_who_has_not_passed_the_review_and_somebody_is()
    {
        Refused.By(RecruitmentRules.NobodyOnNotice(), () => PublicNotice.Prepare(PublicNoticeId.New(), RecruitmentBatchId.New(), "公示", "t", [], Clerk, null));
        Refused.By(
            RecruitmentRules.ApplicationWrongState(ApplicationState.UnderReview),
            () => PublicNotice.Prepare(PublicNoticeId.New(), RecruitmentBatchId.New(), "公示", "t", [UnderReview()], Clerk, null));
    }

    [Fact]
    public void It_is_made_longer_and_never_shorter()
    {
        var notice = Published(Day("2026-11-09"), Passed());

        Refused.By(RecruitmentRules.NeverShortened(Day("2026-11-16")), () => notice.Extend(Day("2026-11-16"), "x", "〔2026〕2号", Monday));
        Refused.By(RecruitmentRules.ReasonMissing(), () => notice.Extend(Day("2026-11-18"), "", "〔2026〕2号", Monday));
        notice.Extend(Day("2026-11-18"), "网站停机", "〔2026〕2号", Monday);
        Assert.True(notice.IsRunning(Day("2026-11-18")));
        Refused.By(RecruitmentRules.NoticeOver(Day("2026-11-18")), () => notice.Extend(Day("2026-11-20"), "x", "〔2026〕2号", Day("2026-11-19")));
    }

    [Fact]
    public void Withdrawn_and_published_again_it_has_its_whole_period_before_it()
    {
        var person = Passed();
        var first = Published(Day("2026-11-09"), person);
        first.Withdraw(Clerk, "单位写错", [person], Now);

        Assert.Equal(ApplicationState.ReviewPassed, person.State);
        var second = Published(Day("2026-11-13"), person);
        Assert.Equal(Day("2026-11-18"), second.LastDay);
        Refused.Same(RecruitmentRules.NoticeWrongState(NoticeState.Withdrawn), first.WhyNotSettle(person.Id, [], Day("2026-11-20")));
    }

    [Fact]
    public void Nothing_is_settled_before_the_last_day_is_over()
    {
        var person = Passed();
        var notice = Published(Day("2026-11-09"), person);

        Refused.By(RecruitmentRules.NoticeRunning(Day("2026-11-16")), () => notice.Settle(person, [], Clerk, null, Now, Day("2026-11-16")));
        notice.Settle(person, [], Clerk, null, Now, Day("2026-11-17"));
        Assert.Equal((ApplicationState.NoticePassed, NoticeState.Concluded), (person.State, notice.State));
    }

    [Fact]
    public void One_persons_objection_does_not_hold_up_the_others()
    {
        var clean = Passed();
        var accused = Passed("1970-01-01");
        var notice = Published(Day("2026-11-09"), clean, accused);
        var objection = Against(notice, accused, Day("2026-11-12"));
        var after = Day("2026-11-17");

        Refused.By(RecruitmentRules.ObjectionsOpen(), () => notice.Settle(accused, [objection], Clerk, null, Now, after));
        notice.Settle(clean, [objection], Clerk, null, Now, after);
        Assert.Equal((ApplicationState.NoticePassed, NoticeState.Published), (clean.State, notice.State));

        objection.Accept();
        objection.ProposeUphold(Clerk, "属实");
        objection.Uphold(Leader, after);
        notice.Settle(accused, [objection], Clerk, "异议成立", Now, after);
        Assert.Equal((ApplicationState.NoticeFailed, NoticeState.Concluded), (accused.State, notice.State));
    }

    [Fact]
    public void Who_withdraws_while_it_runs_is_settled_as_withdrawn()
    {
        var person = Passed();
        var notice = Published(Day("2026-11-09"), person);
        person.Withdraw(null, null, Now);
        notice.Settle(person, [], Clerk, null, Now, Day("2026-11-17"));

        Assert.Equal((NoticeOutcome.Withdrawn, NoticeState.Concluded), (notice.Entries[0].Outcome, notice.State));
    }

    [Fact]
    public void Who_withdraws_is_settled_as_withdrawn_also_where_an_objection_was_upheld()
    {
        var person = Passed();
        var notice = Published(Day("2026-11-09"), person);
        var objection = Against(notice, person, Day("2026-11-12"));
        objection.Accept();
        objection.ProposeUphold(Clerk, "属实");
        objection.Uphold(Leader, Day("2026-11-13"));
        person.Withdraw(null, null, Now);

        notice.Settle(person, [objection], Clerk, null, Now, Day("2026-11-17"));

        Assert.Equal((NoticeOutcome.Withdrawn, NoticeState.Concluded), (notice.Entries[0].Outcome, notice.State));
    }

    [Fact]
    public void Article_5_5_a_record_found_after_the_review_keeps_the_person_off_the_notice_and_ends_the_application()
    {
        var person = Passed();
        person.Check(EligibilityCondition.NoCriminalRecord, ConditionResult.NotMet, "查询", "有刑事处罚记录", Clerk, Day("2026-11-08"));

        Refused.Same(RecruitmentRules.NotMet(EligibilityCondition.NoCriminalRecord), person.WhyNotPutOnNotice());
        person.Reject(Clerk, EligibilityCondition.NoCriminalRecord, "有刑事处罚记录", Now);

        Assert.Equal(ApplicationState.ReviewRejected, person.State);
    }

    [Fact]
    public void Settled_in_part_it_is_not_withdrawn_any_more()
    {
        var first = Passed();
        var second = Passed("1970-01-01");
        var notice = Published(Day("2026-11-09"), first, second);
        notice.Settle(first, [], Clerk, null, Now, Day("2026-11-17"));

        Refused.Same(RecruitmentRules.NoticeSettledInPart(), notice.WhyNotWithdraw());
        Refused.Same(RecruitmentRules.EntrySettled(), notice.WhyNotSettle(first.Id, [], Day("2026-11-17")));
    }

    private static void Promote(Application application)
    {
        application.StartReview(Clerk, Now);
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            application.Check(condition, ConditionResult.Met, "查询", null, Clerk, Monday);
        }

        application.ProposePass(Clerk, Closes, AgeCountRule.OnBirthday, Now);
        application.Pass(OtherClerk, Closes, AgeCountRule.OnBirthday, Now);
    }
}

using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Recruitment.AnApplication;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recruitment;

public sealed class ApplicationTests
{
    private const AgeCountRule OnBirthday = AgeCountRule.OnBirthday;

    [Fact]
    public void An_application_that_is_not_declared_or_comes_twice_is_not_taken()
    {
        Refused.Same(RecruitmentRules.DeclarationsMissing(), WhyNot(Fit with { Declared = false }));
        Refused.Same(RecruitmentRules.InOfficeAlready(), WhyNot(Fit with { InOffice = true }));
        Refused.Same(RecruitmentRules.AppliedAlready(), WhyNot(Fit with { HasLiveApplication = true }));
        Assert.Null(WhyNot(Fit));
    }

    [Fact]
    public void Article_2_a_recommendation_names_its_unit_and_another_way_is_said()
    {
        Refused.Same(RecruitmentRules.RecommendationMissing(), Application.WhyNotSubmit(OpenBatch(), RecruitmentChannel.UnitRecommendation, null, false, Fit, Monday));
        Refused.Same(RecruitmentRules.ChannelNoteMissing(), Application.WhyNotSubmit(OpenBatch(), RecruitmentChannel.Other, " ", false, Fit, Monday));
        Assert.Null(Application.WhyNotSubmit(OpenBatch(), RecruitmentChannel.UnitRecommendation, null, true, Fit, Monday));
    }

    [Fact]
    public void The_day_after_closing_nothing_is_taken()
    {
        Refused.Same(
            RecruitmentRules.NotOpen(Opens, Closes),
            Application.WhyNotSubmit(OpenBatch(), RecruitmentChannel.OpenRecruitment, null, false, Fit, Closes.AddDays(1)));
    }

    [Fact]
    public void What_is_returned_comes_back_by_its_day_under_the_same_identity()
    {
        var application = UnderReview();
        application.Return(Clerk, "请补充动机", Day("2026-11-23"), Now, Monday);

        Refused.By(RecruitmentRules.IdentityChanged(), () => application.Resubmit(BornOn("1981-01-01"), null, Now, Monday));
        Refused.By(RecruitmentRules.SupplementDayPassed(Day("2026-11-23")), () => application.Resubmit(BornOn("1980-05-05"), null, Now, Day("2026-11-24")));
        application.Resubmit(BornOn("1980-05-05") with { Motivation = "更多" }, "已补充", Now, Day("2026-11-23"));

        Assert.Equal((ApplicationState.Submitted, "更多"), (application.State, application.Motivation));
        Assert.Equal(
            [ApplicationState.Submitted, ApplicationState.UnderReview, ApplicationState.ReturnedForSupplement, ApplicationState.Submitted],
            application.Events.Select(e => e.State));
    }

    [Theory]
    [InlineData("2001-11-20", true)]
    [InlineData("2001-11-21", false)]
    [InlineData("1955-11-21", true)]
    [InlineData("1955-11-20", false)]
    [InlineData("2000-02-29", true)]
    public void Article_5_1_age_is_counted_in_completed_years_on_the_closing_day_both_bounds_included(string born, bool eligible)
    {
        var application = AllMet(born);

        Assert.Equal(eligible, application.WhyNotProposePass(Closes, OnBirthday) is null);
    }

    [Theory]
    [InlineData(EligibilityCondition.Awareness, 2)]
    [InlineData(EligibilityCondition.HealthAndConduct, 3)]
    [InlineData(EligibilityCondition.Impartiality, 4)]
    [InlineData(EligibilityCondition.NotDishonestDebtor, 5)]
    [InlineData(EligibilityCondition.NoCriminalRecord, 5)]
    [InlineData(EligibilityCondition.NoViolationRecord, 5)]
    [InlineData(EligibilityCondition.OtherConditions, 6)]
    public void Article_5_each_of_the_six_must_hold_and_the_refusal_names_its_item(EligibilityCondition condition, int item)
    {
        var application = AllMet();
        application.Check(condition, ConditionResult.NotMet, "查询", "有记录", Clerk, Monday);

        Refused.Same(RecruitmentRules.NotMet(condition), application.WhyNotProposePass(Closes, OnBirthday));
        Assert.Equal(new Article(5, item), application.WhyNotProposePass(Closes, OnBirthday)!.Article);
        Refused.By(RecruitmentRules.NotMet(condition), () => application.ProposePass(Clerk, Closes, OnBirthday, Now));
    }

    [Fact]
    public void What_was_not_looked_into_is_not_met()
    {
        Refused.Same(RecruitmentRules.NotChecked(EligibilityCondition.Awareness), UnderReview().WhyNotProposePass(Closes, OnBirthday));
    }

    [Fact]
    public void Age_is_computed_and_what_was_not_met_says_why()
    {
        var application = UnderReview();

        Refused.By(RecruitmentRules.AgeIsComputed(), () => application.Check(EligibilityCondition.Age, ConditionResult.Met, null, null, Clerk, Monday));
        Refused.By(RecruitmentRules.ReasonMissing(), () => application.Check(EligibilityCondition.Awareness, ConditionResult.NotMet, null, " ", Clerk, Monday));
    }

    [Fact]
    public void A_second_pair_of_eyes_looks_before_somebody_passes()
    {
        var application = AllMet();
        application.ProposePass(Clerk, Closes, OnBirthday, Now);

        Refused.By(RecruitmentRules.SecondPairOfEyes(), () => application.Pass(Clerk, Closes, OnBirthday, Now));
        Refused.By(RecruitmentRules.SecondPairOfEyes(), () => application.SendBack(Clerk, "x", Now));
        application.SendBack(OtherClerk, "动机不清", Now);
        Assert.Equal(ApplicationState.UnderReview, application.State);

        application.ProposePass(OtherClerk, Closes, OnBirthday, Now);
        application.Pass(Clerk, Closes, OnBirthday, Now);
        Assert.Equal(ApplicationState.ReviewPassed, application.State);
    }

    [Fact]
    public void A_rejection_names_its_condition_and_its_reason()
    {
        var application = UnderReview();

        Refused.By(RecruitmentRules.ReasonMissing(), () => application.Reject(Clerk, EligibilityCondition.Impartiality, "", Now));
        application.Reject(Clerk, EligibilityCondition.Impartiality, "在被监督单位任职", Now);

        Assert.Equal((ApplicationState.ReviewRejected, EligibilityCondition.Impartiality), (application.State, application.FailedCondition!.Value));
        Assert.False(application.IsLive);
        Refused.Same(RecruitmentRules.ApplicationWrongState(ApplicationState.ReviewRejected), application.WhyNotWithdraw());
    }

    [Fact]
    public void Taken_back_before_the_notice_has_passed_it_is_withdrawn_and_after_it_declined()
    {
        var early = UnderReview();
        early.Withdraw(null, null, Now);
        var late = Passed();
        var notice = Published(Monday, late);
        notice.Settle(late, [], Clerk, null, Now, notice.LastDay!.Value.AddDays(1));
        late.Withdraw(null, "工作变动", Now);

        Assert.Equal((ApplicationState.Withdrawn, ApplicationState.Declined), (early.State, late.State));
    }

    [Fact]
    public void Article_6_nobody_is_appointed_before_the_notice_has_passed()
    {
        var passed = Passed();
        Refused.Same(RecruitmentRules.NoticeNotPassed(ApplicationState.ReviewPassed), passed.WhyNotAppoint(Monday, OnBirthday, Monday, []));

        Published(Monday, passed);
        Refused.Same(RecruitmentRules.NoticeNotPassed(ApplicationState.OnNotice), passed.WhyNotAppoint(Monday, OnBirthday, Monday, []));
    }

    [Fact]
    public void Article_5_age_and_record_are_looked_at_again_before_the_appointment()
    {
        // 70 on the closing day, 71 on the day of appointment (domain.md A10-1).
        var (old, _) = AfterNotice("1955-11-25");
        Refused.Same(RecruitmentRules.AgeOutOfBounds(71, Day("2026-11-25"))!, old.WhyNotAppoint(Day("2026-11-25"), OnBirthday, Monday, []));

        var (person, _) = AfterNotice("1980-05-05");
        Refused.Same(RecruitmentRules.RecheckMissing(EligibilityCondition.NotDishonestDebtor), person.WhyNotAppoint(Day("2026-11-25"), OnBirthday, Day("2026-11-24"), []));
        foreach (var condition in EligibilityConditions.OfRecord)
        {
            person.Check(condition, ConditionResult.Met, "复核", null, Clerk, Day("2026-11-24"));
        }

        var appointed = PersonId.New();
        person.Appoint(appointed, Clerk, Day("2026-11-25"), OnBirthday, Day("2026-11-24"), [], Now);
        Assert.Equal((ApplicationState.Appointed, appointed), (person.State, person.Person!.Value));
    }

    [Fact]
    public void A_record_found_after_the_notice_stops_the_appointment()
    {
        var (person, _) = AfterNotice("1980-05-05");
        person.Check(EligibilityCondition.NoCriminalRecord, ConditionResult.NotMet, "复核", "判决", Clerk, Day("2026-11-24"));

        Refused.Same(RecruitmentRules.NotMet(EligibilityCondition.NoCriminalRecord), person.WhyNotAppoint(Day("2026-11-25"), OnBirthday, Monday, []));
    }

    [Fact]
    public void A_record_found_after_the_notice_ends_the_application_and_nothing_less_does()
    {
        var (person, _) = AfterNotice("1980-05-05");
        Refused.By(RecruitmentRules.NotFoundUnmet(EligibilityCondition.NoCriminalRecord), () => person.Reject(Clerk, EligibilityCondition.NoCriminalRecord, "判决", Now));
        person.Check(EligibilityCondition.NoCriminalRecord, ConditionResult.NotMet, "复核", "判决", Clerk, Day("2026-11-24"));
        Refused.By(RecruitmentRules.NotFoundUnmet(EligibilityCondition.Awareness), () => person.Reject(Clerk, EligibilityCondition.Awareness, "认识不足", Now));

        person.Reject(Clerk, EligibilityCondition.NoCriminalRecord, "判决", Now);

        Assert.Equal((ApplicationState.ReviewRejected, EligibilityCondition.NoCriminalRecord, "判决"), (person.State, person.FailedCondition!.Value, person.Events[^1].Note));
        Assert.False(person.IsLive);
    }

    [Fact]
    public void While_the_notice_runs_it_is_settled_before_anybody_is_rejected()
    {
        var person = Passed();
        Published(Monday, person);

        Refused.Same(RecruitmentRules.ApplicationWrongState(ApplicationState.OnNotice), person.WhyNotReject());
    }

    [Fact]
    public void Article_6_a_late_objection_that_is_upheld_undoes_what_the_notice_had_come_to()
    {
        var (person, notice) = AfterNotice("1980-05-05");
        var late = Against(notice, person, notice.LastDay!.Value.AddDays(1));
        late.Accept();
        late.ProposeUphold(Clerk, "属实");
        Refused.By(RecruitmentRules.ObjectionWrongState(ObjectionState.UpholdProposed), () => notice.FailAfterwards(person, late, Leader, Now));
        late.Uphold(Leader, Day("2026-11-25"));

        notice.FailAfterwards(person, late, Leader, Now);

        Assert.Equal((ApplicationState.NoticeFailed, "YY-2026-0001"), (person.State, person.Events[^1].Note));
        Assert.Equal(NoticeOutcome.Failed, notice.Entries.Single().Outcome);
        Refused.By(RecruitmentRules.ApplicationWrongState(ApplicationState.NoticeFailed), () => notice.FailAfterwards(person, late, Leader, Now));
    }

    [Fact]
    public void With_its_batch_an_application_ends_once_and_with_the_reason()
    {
        var application = UnderReview();
        Refused.By(RecruitmentRules.ReasonMissing(), () => application.EndWithBatch(Clerk, " ", Now));
        application.EndWithBatch(Clerk, "名额调整", Now);

        Assert.Equal((ApplicationState.BatchCancelled, "名额调整"), (application.State, application.Events[^1].Note));
        Assert.False(application.IsLive);
        Refused.Same(RecruitmentRules.ApplicationWrongState(ApplicationState.BatchCancelled), application.WhyNotEndWithBatch());
    }

    [Theory]
    [InlineData("2026-11-15", "Recruitment_StartPassed")]
    [InlineData("2026-11-16", null)]
    [InlineData("2027-01-15", null)]
    [InlineData("2027-01-16", "Recruitment_StartTooFarAhead")]
    public void Article_6_a_term_begins_soon_after_it_is_proposed(string start, string? refusal)
    {
        // Sixty days after 16 November: 14 to the end of November, 31 of December, 15 of January.
        Assert.Equal(refusal, Application.WhyNotBegin(Day(start), 60, Monday)?.Code);
    }

    [Fact]
    public void A_late_objection_under_examination_stops_the_appointment_too()
    {
        var (person, notice) = AfterNotice("1980-05-05");
        var late = Against(notice, person, notice.LastDay!.Value.AddDays(1));
        late.Accept();

        Refused.Same(RecruitmentRules.ObjectionsOpen(), person.WhyNotAppoint(Day("2026-11-25"), OnBirthday, Monday, [late]));
        late.ProposeUphold(Clerk, "属实");
        late.Uphold(Leader, Day("2026-11-25"));
        Refused.Same(RecruitmentRules.ObjectionUpheld(), person.WhyNotAppoint(Day("2026-11-25"), OnBirthday, Monday, [late]));
    }

    private static RuleViolation? WhyNot(ApplicationCircumstances known) =>
        Application.WhyNotSubmit(OpenBatch(), RecruitmentChannel.OpenRecruitment, null, false, known, Monday);

    private static (Application Person, PublicNotice Notice) AfterNotice(string born)
    {
        var person = Passed(born);
        var notice = Published(Monday, person);
        notice.Settle(person, [], Clerk, null, Now, notice.LastDay!.Value.AddDays(1));
        return (person, notice);
    }
}

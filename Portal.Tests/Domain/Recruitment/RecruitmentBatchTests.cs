using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Recruitment.AnApplication;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recruitment;

public sealed class RecruitmentBatchTests
{
    [Theory]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public void Applications_are_taken_from_the_first_day_to_the_last_whether_somebody_closes_it_or_not(string day, bool taken)
    {
        var batch = OpenBatch();

        Assert.Equal(taken, batch.IsTaking(Day(day)));
        Assert.Equal(taken, batch.WhyNotTake(RecruitmentChannel.OpenRecruitment, Day(day)) is null);
    }

    [Fact]
    public void Past_its_day_an_open_batch_is_being_reviewed()
    {
        Assert.Equal((BatchState.Open, BatchState.Reviewing), (OpenBatch().StateOn(Closes), OpenBatch().StateOn(Closes.AddDays(1))));
    }

    [Fact]
    public void Article_2_a_channel_that_was_not_announced_is_closed()
    {
        var batch = RecruitmentBatch.Plan(RecruitmentBatchId.New(), "2026-3", "t", "a", Opens, Closes, applications: false, recommendations: true, TermAlignment.Individual, null);
        batch.Publish(Opens);

        Refused.Same(RecruitmentRules.ChannelClosed(RecruitmentChannel.OpenRecruitment), batch.WhyNotTake(RecruitmentChannel.OpenRecruitment, Monday));
        Assert.Null(batch.WhyNotTake(RecruitmentChannel.UnitRecommendation, Monday));
    }

    [Fact]
    public void What_cannot_be_planned()
    {
        Refused.Same(RecruitmentRules.ClosesBeforeItOpens(Closes, Opens), RecruitmentBatch.WhyNotPlan(Closes, Opens, true, true, TermAlignment.Individual, null));
        Refused.Same(RecruitmentRules.ChannelMissing(), RecruitmentBatch.WhyNotPlan(Opens, Closes, false, false, TermAlignment.Individual, null));
        Refused.Same(RecruitmentRules.CohortEndMissing(), RecruitmentBatch.WhyNotPlan(Opens, Closes, true, true, TermAlignment.CohortEnd, null));
        Refused.Same(RecruitmentRules.CohortEndsTooEarly(Closes), RecruitmentBatch.WhyNotPlan(Opens, Closes, true, true, TermAlignment.CohortEnd, Closes));
    }

    [Fact]
    public void A_draft_whose_closing_day_has_passed_is_not_published()
    {
        Refused.By(RecruitmentRules.ClosedAlready(Closes), () => Draft().Publish(Closes.AddDays(1)));
    }

    [Fact]
    public void A_published_batch_is_not_rewritten()
    {
        Refused.Same(RecruitmentRules.BatchWrongState(BatchState.Open), OpenBatch().WhyNotRevise());
        Refused.By(RecruitmentRules.BatchWrongState(BatchState.Open), () => OpenBatch().Publish(Monday));
    }

    [Fact]
    public void It_is_not_closed_before_it_has_opened_nor_opened_again_beyond_the_end_of_its_cohort()
    {
        Refused.By(RecruitmentRules.NotOpen(Opens, Closes), () => OpenBatch().Close(Opens.AddDays(-1)));

        var cohort = Draft(TermAlignment.CohortEnd, Closes.AddDays(30));
        cohort.Publish(Opens);
        cohort.Close(Monday);
        Refused.By(RecruitmentRules.CohortEndsTooEarly(Closes.AddDays(30)), () => cohort.Reopen(Monday, Closes.AddDays(30), "人数不足"));
    }

    [Fact]
    public void Closed_before_its_day_it_takes_nothing_from_the_next_day()
    {
        var batch = OpenBatch();
        batch.Close(Monday);

        Assert.False(batch.IsTaking(Monday));
        Assert.Equal(Monday, batch.ClosesOn);
        Refused.By(RecruitmentRules.BatchWrongState(BatchState.Reviewing), () => batch.Close(Monday));
    }

    [Fact]
    public void It_is_opened_again_once_with_a_reason()
    {
        var batch = OpenBatch();
        batch.Close(Monday);

        Refused.By(RecruitmentRules.ReasonMissing(), () => batch.Reopen(Monday, Closes, " "));
        batch.Reopen(Monday, Closes, "人选不足");

        Assert.True(batch.IsTaking(Monday));
        batch.Close(Monday);
        Refused.By(RecruitmentRules.ReopenedBefore(), () => batch.Reopen(Monday, Closes, "再次"));
    }

    [Fact]
    public void The_review_ends_when_every_application_is_decided_and_the_batch_when_everybody_is_settled()
    {
        var batch = OpenBatch();
        batch.Close(Monday);

        Refused.By(RecruitmentRules.ApplicationsUndecided(2), () => batch.FinishReview(Monday, 2));
        batch.FinishReview(Monday, 0);
        Refused.By(RecruitmentRules.PeopleUnsettled(1), () => batch.Conclude(1));
        batch.Conclude(0);

        Assert.Equal(BatchState.Concluded, batch.State);
        Refused.By(RecruitmentRules.BatchWrongState(BatchState.Concluded), () => batch.Cancel("x", 0));
    }

    [Fact]
    public void A_batch_on_which_people_are_on_notice_is_not_cancelled()
    {
        var batch = OpenBatch();
        batch.Close(Monday);
        batch.FinishReview(Monday, 0);

        Refused.Same(RecruitmentRules.BatchWrongState(BatchState.OnNotice), batch.WhyNotCancel(0));
        Refused.By(RecruitmentRules.ReasonMissing(), () => OpenBatch().Cancel("", 0));
        // A notice may be out while applications are still being reviewed.
        Refused.By(RecruitmentRules.PeoplePublished(1), () => OpenBatch().Cancel("改期", 1));
    }
}

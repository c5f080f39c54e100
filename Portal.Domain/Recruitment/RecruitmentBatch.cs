using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>One round of selecting supervisors (选聘批次, Articles 2 and 4): from the announcement to the last notice.</summary>
public sealed class RecruitmentBatch
{
    public const int NumberLength = 20;
    public const int TitleLength = 100;
    public const int TextLength = 4000;
    public const int ReasonLength = 500;

    private RecruitmentBatch()
    {
    }

    public RecruitmentBatchId Id { get; private set; }

    /// <summary>Year and sequence; unique, never reused.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>What the public reads beside the six conditions: how many, how to apply, what happens to what is sent.</summary>
    public string Announcement { get; private set; } = "";

    /// <summary>The first day on which applications are taken.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day on which applications are taken, until 24:00; ages are counted on it.</summary>
    public DateOnly ClosesOn { get; private set; }

    public bool TakesApplications { get; private set; }

    public bool TakesRecommendations { get; private set; }

    public TermAlignment Alignment { get; private set; }

    /// <summary>The day on which all terms end under <see cref="TermAlignment.CohortEnd"/>.</summary>
    public DateOnly? CohortEndsOn { get; private set; }

    public BatchState State { get; private set; }

    public bool Reopened { get; private set; }

    /// <summary>Why it was cancelled, or opened again.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public static RuleViolation? WhyNotPlan(DateOnly opens, DateOnly closes, bool applications, bool recommendations, TermAlignment alignment, DateOnly? cohortEnds) =>
        closes < opens ? RecruitmentRules.ClosesBeforeItOpens(opens, closes)
        : !applications && !recommendations ? RecruitmentRules.ChannelMissing()
        : alignment == TermAlignment.CohortEnd && cohortEnds is null ? RecruitmentRules.CohortEndMissing()
        : alignment == TermAlignment.CohortEnd && cohortEnds <= closes ? RecruitmentRules.CohortEndsTooEarly(closes)
        : null;

    public static RecruitmentBatch Plan(
        RecruitmentBatchId id, string number, string title, string announcement, DateOnly opens, DateOnly closes,
        bool applications, bool recommendations, TermAlignment alignment, DateOnly? cohortEnds)
    {
        var batch = new RecruitmentBatch { Id = id, Number = number };
        batch.Describe(title, announcement, opens, closes, applications, recommendations, alignment, cohortEnds);
        return batch;
    }

    public RuleViolation? WhyNotRevise() => State == BatchState.Draft ? null : RecruitmentRules.BatchWrongState(State);

    public void Revise(
        string title, string announcement, DateOnly opens, DateOnly closes, bool applications, bool recommendations, TermAlignment alignment, DateOnly? cohortEnds)
    {
        Rule.Require(WhyNotRevise());
        Describe(title, announcement, opens, closes, applications, recommendations, alignment, cohortEnds);
    }

    public RuleViolation? WhyNotPublish(DateOnly today) =>
        State != BatchState.Draft ? RecruitmentRules.BatchWrongState(State)
        : ClosesOn < today ? RecruitmentRules.ClosedAlready(ClosesOn)
        : null;

    public void Publish(DateOnly today)
    {
        Rule.Require(WhyNotPublish(today));
        State = BatchState.Open;
    }

    /// <summary>Where it stands on that day: an open batch past its closing day takes nothing any more, whether somebody closed it or not.</summary>
    public BatchState StateOn(DateOnly today) => State == BatchState.Open && today > ClosesOn ? BatchState.Reviewing : State;

    public bool IsTaking(DateOnly today) => StateOn(today) == BatchState.Open && today >= OpensOn;

    /// <summary>Why an application that came this way is not taken on that day.</summary>
    public RuleViolation? WhyNotTake(RecruitmentChannel channel, DateOnly today) =>
        !IsTaking(today) ? RecruitmentRules.NotOpen(OpensOn, ClosesOn)
        : channel == RecruitmentChannel.OpenRecruitment && !TakesApplications ? RecruitmentRules.ChannelClosed(channel)
        : channel == RecruitmentChannel.UnitRecommendation && !TakesRecommendations ? RecruitmentRules.ChannelClosed(channel)
        : null;

    public RuleViolation? WhyNotClose(DateOnly today) =>
        StateOn(today) != BatchState.Open ? RecruitmentRules.BatchWrongState(StateOn(today))
        : today < OpensOn ? RecruitmentRules.NotOpen(OpensOn, ClosesOn)
        : null;

    /// <summary>Ends the taking of applications before its day.</summary>
    public void Close(DateOnly today)
    {
        Rule.Require(WhyNotClose(today));
        State = BatchState.Reviewing;
        ClosesOn = today;
    }

    public RuleViolation? WhyNotReopen(DateOnly today, DateOnly closes) =>
        StateOn(today) != BatchState.Reviewing ? RecruitmentRules.BatchWrongState(StateOn(today))
        : Reopened ? RecruitmentRules.ReopenedBefore()
        : closes < today ? RecruitmentRules.ClosedAlready(closes)
        : WhyNotPlan(OpensOn, closes, TakesApplications, TakesRecommendations, Alignment, CohortEndsOn);

    /// <summary>Takes applications again, once.</summary>
    public void Reopen(DateOnly today, DateOnly closes, string reason)
    {
        Rule.Require(WhyNotReopen(today, closes) ?? Missing(reason));
        State = BatchState.Open;
        ClosesOn = closes;
        Reopened = true;
        Reason = reason;
    }

    /// <param name="today">The day of the act.</param>
    /// <param name="undecided">Applications that are neither passed, rejected nor withdrawn.</param>
    public RuleViolation? WhyNotFinishReview(DateOnly today, int undecided) =>
        StateOn(today) != BatchState.Reviewing ? RecruitmentRules.BatchWrongState(StateOn(today))
        : undecided > 0 ? RecruitmentRules.ApplicationsUndecided(undecided)
        : null;

    public void FinishReview(DateOnly today, int undecided)
    {
        Rule.Require(WhyNotFinishReview(today, undecided));
        State = BatchState.OnNotice;
    }

    /// <param name="open">People who passed the review and are not yet appointed, failed, withdrawn or declined.</param>
    public RuleViolation? WhyNotConclude(int open) =>
        State != BatchState.OnNotice ? RecruitmentRules.BatchWrongState(State)
        : open > 0 ? RecruitmentRules.PeopleUnsettled(open)
        : null;

    public void Conclude(int open)
    {
        Rule.Require(WhyNotConclude(open));
        State = BatchState.Concluded;
    }

    /// <param name="published">People whom the public was already told of: on a notice, past it or appointed. Their notice is withdrawn first, or the batch goes its way.</param>
    public RuleViolation? WhyNotCancel(int published) =>
        State is not (BatchState.Draft or BatchState.Open or BatchState.Reviewing) ? RecruitmentRules.BatchWrongState(State)
        : published > 0 ? RecruitmentRules.PeoplePublished(published)
        : null;

    /// <summary>Whoever cancels it ends what is still going on in it: see <see cref="Application.EndWithBatch"/>.</summary>
    public void Cancel(string reason, int published)
    {
        Rule.Require(WhyNotCancel(published) ?? Missing(reason));
        State = BatchState.Cancelled;
        Reason = reason;
    }

    /// <summary>Why nothing leads on from this batch any more: no review, no notice, no appointment.</summary>
    public RuleViolation? WhyNotGoOn() => State == BatchState.Cancelled ? RecruitmentRules.BatchWrongState(State) : null;

    private static RuleViolation? Missing(string reason) => string.IsNullOrWhiteSpace(reason) ? RecruitmentRules.ReasonMissing() : null;

    private void Describe(
        string title, string announcement, DateOnly opens, DateOnly closes, bool applications, bool recommendations, TermAlignment alignment, DateOnly? cohortEnds)
    {
        Rule.Require(WhyNotPlan(opens, closes, applications, recommendations, alignment, cohortEnds));
        Title = title;
        Announcement = announcement;
        OpensOn = opens;
        ClosesOn = closes;
        TakesApplications = applications;
        TakesRecommendations = recommendations;
        Alignment = alignment;
        CohortEndsOn = alignment == TermAlignment.CohortEnd ? cohortEnds : null;
    }
}

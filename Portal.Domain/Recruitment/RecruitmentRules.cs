using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>Provisions on selecting supervisors: Articles 2, 4, 5 and 6 in their order, then what the office demands of its own acts.</summary>
public static class RecruitmentRules
{
    // Article 2: how people are found.
    public static RuleViolation ChannelMissing() => new("Recruitment_ChannelMissing", new Article(2));

    public static RuleViolation ChannelClosed(RecruitmentChannel channel) => new("Recruitment_ChannelClosed", new Article(2), channel);

    public static RuleViolation ChannelNoteMissing() => new("Recruitment_ChannelNoteMissing", new Article(2));

    public static RuleViolation RecommendationMissing() => new("Recruitment_RecommendationMissing", new Article(2));

    // Article 5: the six conditions.
    /// <param name="age">Completed years.</param>
    /// <param name="day">The day on which they are counted.</param>
    /// <returns><c>null</c> within the bounds, both included.</returns>
    public static RuleViolation? AgeOutOfBounds(int age, DateOnly day) =>
        age is >= RegulationFigures.MinimumAge and <= RegulationFigures.MaximumAge
            ? null
            : new RuleViolation("Recruitment_AgeOutOfBounds", new Article(5, 1), age, day, RegulationFigures.MinimumAge, RegulationFigures.MaximumAge);

    public static RuleViolation AgeIsComputed() => new("Recruitment_AgeIsComputed", new Article(5, 1));

    public static RuleViolation NotChecked(EligibilityCondition condition) => new("Recruitment_NotChecked", condition.Article(), condition);

    public static RuleViolation NotMet(EligibilityCondition condition) => new("Recruitment_NotMet", condition.Article(), condition);

    public static RuleViolation RecheckMissing(EligibilityCondition condition) => new("Recruitment_RecheckMissing", condition.Article(), condition);

    public static RuleViolation NotFoundUnmet(EligibilityCondition condition) => new("Recruitment_NotFoundUnmet", condition.Article(), condition);

    // Article 6: review, notice, objections.
    /// <summary>The preliminary review is what the section makes of it, and it has two pairs of eyes.</summary>
    public static RuleViolation SecondPairOfEyes() => new("Recruitment_SecondPairOfEyes", new Article(6));

    public static RuleViolation NobodyOnNotice() => new("Recruitment_NobodyOnNotice", new Article(6));

    public static RuleViolation NoticeTooShort(int days) => new("Recruitment_NoticeTooShort", new Article(6), days, RegulationFigures.NoticeDays);

    public static RuleViolation NeverShortened(DateOnly lastDay) => new("Recruitment_NeverShortened", new Article(6), lastDay);

    public static RuleViolation NoticeOver(DateOnly lastDay) => new("Recruitment_NoticeOver", new Article(6), lastDay);

    public static RuleViolation NoticeRunning(DateOnly lastDay) => new("Recruitment_NoticeRunning", new Article(6), lastDay);

    public static RuleViolation NoticeNotPassed(ApplicationState state) => new("Recruitment_NoticeNotPassed", new Article(6), state);

    public static RuleViolation NoticeSettledInPart() => new("Recruitment_NoticeSettledInPart", new Article(6));

    public static RuleViolation EntrySettled() => new("Recruitment_EntrySettled", new Article(6));

    public static RuleViolation ObjectionsOpen() => new("Recruitment_ObjectionsOpen", new Article(6));

    public static RuleViolation NotOnNotice() => new("Recruitment_NotOnNotice", new Article(6));

    public static RuleViolation ObjectionEmpty() => new("Recruitment_ObjectionEmpty", new Article(6));

    public static RuleViolation ObjectorMissing() => new("Recruitment_ObjectorMissing", new Article(6));

    public static RuleViolation ContactMissing() => new("Recruitment_ContactMissing", new Article(6));

    public static RuleViolation NobodyToAnswer() => new("Recruitment_NobodyToAnswer", new Article(6));

    public static RuleViolation AnsweredBefore() => new("Recruitment_AnsweredBefore", new Article(6));

    /// <summary>A notice shows name, unit and category, and never a number by which a person is reached or known.</summary>
    public static RuleViolation PersonalNumber(string number) => new("Recruitment_PersonalNumber", new Article(6), number);

    public static RuleViolation ObjectionUpheld() => new("Recruitment_ObjectionUpheld", new Article(6));

    /// <summary>Online they are taken in the period of the notice; afterwards the section takes them down, as late ones.</summary>
    public static RuleViolation ObjectionsClosed(DateOnly lastDay) => new("Recruitment_ObjectionsClosed", new Article(6), lastDay);

    public static RuleViolation StartPassed(DateOnly start) => new("Recruitment_StartPassed", new Article(6), start);

    public static RuleViolation StartTooFarAhead(DateOnly start, DateOnly latest) => new("Recruitment_StartTooFarAhead", new Article(6), start, latest);

    public static RuleViolation PeoplePublished(int count) => new("Recruitment_PeoplePublished", new Article(6), count);

    // Article 17: terms that end together.
    public static RuleViolation CohortEndMissing() => new("Recruitment_CohortEndMissing", new Article(17));

    public static RuleViolation CohortEndsTooEarly(DateOnly closes) => new("Recruitment_CohortEndsTooEarly", new Article(17), closes);

    public static RuleViolation InOfficeAlready() => new("Recruitment_InOfficeAlready", new Article(17));

    // The office's own order of work.
    public static RuleViolation ClosesBeforeItOpens(DateOnly opens, DateOnly closes) => new("Recruitment_ClosesBeforeItOpens", default, opens, closes);

    public static RuleViolation ClosedAlready(DateOnly closes) => new("Recruitment_ClosedAlready", default, closes);

    public static RuleViolation NotOpen(DateOnly opens, DateOnly closes) => new("Recruitment_NotOpen", default, opens, closes);

    public static RuleViolation ReopenedBefore() => new("Recruitment_ReopenedBefore", default);

    public static RuleViolation BatchWrongState(BatchState state) => new("Recruitment_BatchWrongState", default, state);

    public static RuleViolation ApplicationsUndecided(int count) => new("Recruitment_ApplicationsUndecided", new Article(6), count);

    public static RuleViolation PeopleUnsettled(int count) => new("Recruitment_PeopleUnsettled", new Article(6), count);

    public static RuleViolation DeclarationsMissing() => new("Recruitment_DeclarationsMissing", new Article(5));

    public static RuleViolation AppliedAlready() => new("Recruitment_AppliedAlready", default);

    /// <summary>What a visitor is told instead of <see cref="AppliedAlready"/> or <see cref="InOfficeAlready"/>: whoever asks without a name does not learn whose numbers the office knows.</summary>
    public static RuleViolation NotTakenOnline() => new("Recruitment_NotTakenOnline", default);

    public static RuleViolation ApplicationWrongState(ApplicationState state) => new("Recruitment_ApplicationWrongState", default, state);

    public static RuleViolation SupplementDayPassed(DateOnly day) => new("Recruitment_SupplementDayPassed", default, day);

    public static RuleViolation IdentityChanged() => new("Recruitment_IdentityChanged", default);

    public static RuleViolation NoticeWrongState(NoticeState state) => new("Recruitment_NoticeWrongState", default, state);

    public static RuleViolation ObjectionWrongState(ObjectionState state) => new("Recruitment_ObjectionWrongState", default, state);

    public static RuleViolation ApproverIsProposer() => new("Recruitment_ApproverIsProposer", default);

    public static RuleViolation ReasonMissing() => new("Recruitment_ReasonMissing", default);
}

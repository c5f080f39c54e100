using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Recruitment;

public sealed partial class Application
{
    /// <summary>Once more too while the applicant is asked already: who needs longer is given another day.</summary>
    public RuleViolation? WhyNotReturn() => WrongState(ApplicationState.Submitted, ApplicationState.ReturnedForSupplement, ApplicationState.UnderReview);

    /// <summary>Asks the applicant for more, with a last day.</summary>
    public void Return(PersonId clerk, string reason, DateOnly by, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotReturn() ?? Missing(reason) ?? (by < today ? RecruitmentRules.SupplementDayPassed(by) : null));
        SupplementBy = by;
        Become(ApplicationState.ReturnedForSupplement, now, clerk, reason);
    }

    public RuleViolation? WhyNotResubmit(DateOnly today) =>
        WrongState(ApplicationState.ReturnedForSupplement) ?? (today > SupplementBy ? RecruitmentRules.SupplementDayPassed(SupplementBy.Value) : null);

    /// <summary>Whether the applicant may still add files: until somebody begins to review, and again while something is asked for.</summary>
    public bool TakesFiles(DateOnly today) => State == ApplicationState.Submitted || WhyNotResubmit(today) is null;

    /// <summary>The applicant supplements what was asked for. The identity number stays: it is what the application was taken under.</summary>
    public void Resubmit(Applicant applicant, string? note, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotResubmit(today) ?? (applicant.IdNumber == IdNumber ? null : RecruitmentRules.IdentityChanged()));
        Describe(applicant);
        SupplementBy = null;
        Become(ApplicationState.Submitted, now, by: null, note);
    }

    /// <summary>What was asked for was brought to the section, by somebody who applied on paper or has no link: what it is stands in the note and among the files.</summary>
    public void TakeSupplement(PersonId clerk, string note, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotResubmit(today) ?? Missing(note));
        SupplementBy = null;
        Become(ApplicationState.Submitted, now, clerk, note);
    }

    /// <summary>Whoever has no private link, or has lost it, gets one while there is something to follow; the one before is worth nothing then.</summary>
    public RuleViolation? WhyNotGiveLink() => IsLive ? null : RecruitmentRules.ApplicationWrongState(State);

    public RuleViolation? WhyNotStartReview() => WrongState(ApplicationState.Submitted);

    public void StartReview(PersonId clerk, DateTimeOffset now)
    {
        Rule.Require(WhyNotStartReview());
        Become(ApplicationState.UnderReview, now, clerk, note: null);
    }

    public RuleViolation? WhyNotCheck(EligibilityCondition condition) =>
        condition == EligibilityCondition.Age ? RecruitmentRules.AgeIsComputed()
        : EligibilityConditions.OfRecord.Contains(condition) ? WrongState(ApplicationState.UnderReview, ApplicationState.ReviewPassed, ApplicationState.OnNotice, ApplicationState.NoticePassed)
        : WrongState(ApplicationState.UnderReview);

    /// <summary>Records how a condition was found out; a later check takes the place of the earlier one. What was not met says why.</summary>
    public void Check(EligibilityCondition condition, ConditionResult result, string? method, string? note, PersonId clerk, DateOnly today)
    {
        Rule.Require(WhyNotCheck(condition) ?? (result == ConditionResult.NotMet ? Missing(note) : null));
        _checks.RemoveAll(c => c.Condition == condition);
        _checks.Add(new ConditionCheck(condition, result, method, note, clerk, today));
    }

    /// <summary>The first condition that is not met or not looked into, as the batch's closing day shows it; all six must hold at once (Article 5: 同时具备).</summary>
    public RuleViolation? WhyNotEligible(DateOnly closingDay, AgeCountRule rule) =>
        WhyNotAged(closingDay, rule) ?? FirstNotMet();

    private RuleViolation? FirstNotMet() =>
        EligibilityConditions.All.Where(c => c != EligibilityCondition.Age).Select(WhyNotMet).FirstOrDefault(v => v is not null);

    public RuleViolation? WhyNotProposePass(DateOnly closingDay, AgeCountRule rule) =>
        WrongState(ApplicationState.UnderReview) ?? WhyNotEligible(closingDay, rule);

    public void ProposePass(PersonId clerk, DateOnly closingDay, AgeCountRule rule, DateTimeOffset now)
    {
        Rule.Require(WhyNotProposePass(closingDay, rule));
        PassProposedBy = clerk;
        Become(ApplicationState.PassProposed, now, clerk, note: null);
    }

    public RuleViolation? WhyNotPass(PersonId second, DateOnly closingDay, AgeCountRule rule) =>
        WrongState(ApplicationState.PassProposed)
        ?? (second == PassProposedBy ? RecruitmentRules.SecondPairOfEyes() : null)
        ?? WhyNotEligible(closingDay, rule);

    /// <summary>A second pair of eyes agrees: the person is proposed for the notice.</summary>
    public void Pass(PersonId second, DateOnly closingDay, AgeCountRule rule, DateTimeOffset now)
    {
        Rule.Require(WhyNotPass(second, closingDay, rule));
        Become(ApplicationState.ReviewPassed, now, second, note: null);
    }

    public RuleViolation? WhyNotSendBack(PersonId second) =>
        WrongState(ApplicationState.PassProposed) ?? (second == PassProposedBy ? RecruitmentRules.SecondPairOfEyes() : null);

    /// <summary>The second pair of eyes does not agree: back to the review.</summary>
    public void SendBack(PersonId second, string reason, DateTimeOffset now)
    {
        Rule.Require(WhyNotSendBack(second) ?? Missing(reason));
        PassProposedBy = null;
        Become(ApplicationState.UnderReview, now, second, reason);
    }

    /// <summary>Before the notice and once it has passed: a record found after the review, or after the notice, ends it too. While the notice runs it is settled first.</summary>
    public RuleViolation? WhyNotReject() =>
        WrongState(ApplicationState.Submitted, ApplicationState.ReturnedForSupplement, ApplicationState.UnderReview, ApplicationState.ReviewPassed, ApplicationState.NoticePassed);

    // Whom the public had nothing against is turned away for what is on record only.
    private RuleViolation? WhyNotRejectFor(EligibilityCondition condition) =>
        State == ApplicationState.NoticePassed && condition != EligibilityCondition.Age && CheckOf(condition)?.Result != ConditionResult.NotMet ? RecruitmentRules.NotFoundUnmet(condition) : null;

    /// <summary>Not eligible: which of the six conditions, and why in words the applicant reads.</summary>
    public void Reject(PersonId clerk, EligibilityCondition condition, string reason, DateTimeOffset now)
    {
        Rule.Require(WhyNotReject() ?? WhyNotRejectFor(condition) ?? Missing(reason));
        FailedCondition = condition;
        Become(ApplicationState.ReviewRejected, now, clerk, reason);
    }

    /// <summary>Passed, and nothing found since then that is not met (Articles 5 and 6).</summary>
    public RuleViolation? WhyNotPutOnNotice() => WrongState(ApplicationState.ReviewPassed) ?? FirstNotMet();

    /// <summary>Why somebody who was on a notice before cannot be on another: an objection to them was upheld meanwhile (Article 6).</summary>
    /// <param name="objections">All that were lodged against the person.</param>
    public RuleViolation? WhyNotOnAnotherNotice(IEnumerable<Objection> objections) =>
        objections.Any(o => o.Application == Id && o.State == ObjectionState.Upheld) ? RecruitmentRules.ObjectionUpheld() : null;

    internal void PutOnNotice(PersonId by, DateTimeOffset now)
    {
        Rule.Require(WhyNotPutOnNotice());
        Become(ApplicationState.OnNotice, now, by, note: null);
    }

    /// <summary>The notice was withdrawn: back to where a new one can be made.</summary>
    internal void TakeOffNotice(PersonId by, string reason, DateTimeOffset now)
    {
        Rule.Require(WrongState(ApplicationState.OnNotice, ApplicationState.NoticePassed, ApplicationState.NoticeFailed));
        Become(ApplicationState.ReviewPassed, now, by, reason);
    }

    internal void PassNotice(PersonId by, DateTimeOffset now)
    {
        Rule.Require(WrongState(ApplicationState.OnNotice));
        Become(ApplicationState.NoticePassed, now, by, note: null);
    }

    internal void FailNotice(PersonId by, string reason, DateTimeOffset now)
    {
        Rule.Require(WrongState(ApplicationState.OnNotice));
        Become(ApplicationState.NoticeFailed, now, by, reason);
    }

    internal void FailAfterNotice(Objection objection, PersonId by, DateTimeOffset now)
    {
        Rule.Require(WrongState(ApplicationState.NoticePassed) ?? (objection.Application == Id && objection.State == ObjectionState.Upheld ? null : RecruitmentRules.ObjectionWrongState(objection.State)));
        Become(ApplicationState.NoticeFailed, now, by, objection.Receipt);
    }

    public RuleViolation? WhyNotEndWithBatch() => IsLive ? null : RecruitmentRules.ApplicationWrongState(State);

    /// <summary>Its batch was cancelled; the person may apply elsewhere at once.</summary>
    public void EndWithBatch(PersonId by, string reason, DateTimeOffset now)
    {
        Rule.Require(WhyNotEndWithBatch() ?? Missing(reason));
        Become(ApplicationState.BatchCancelled, now, by, reason);
    }

    /// <summary>Why the term cannot begin on that day: it has passed, or lies so far ahead that what was looked into would be old by then.</summary>
    /// <param name="start">The first day of the term.</param>
    /// <param name="withinDays">See <see cref="OfficeSettings.AppointmentWithinDays"/>.</param>
    /// <param name="today">The day of the act.</param>
    public static RuleViolation? WhyNotBegin(DateOnly start, int withinDays, DateOnly today) =>
        start < today ? RecruitmentRules.StartPassed(start)
        : start > today.AddDays(withinDays) ? RecruitmentRules.StartTooFarAhead(start, today.AddDays(withinDays))
        : null;

    /// <summary>Why the person cannot be appointed on that day: no notice passed, an objection, too young or too old by now, or a record found meanwhile (Articles 5 and 6).</summary>
    /// <param name="day">The first day of the term.</param>
    /// <param name="rule">How the office counts ages.</param>
    /// <param name="recheckedFrom">Checks of the record older than this day have to be made again.</param>
    /// <param name="objections">All that were lodged against the person, late ones too.</param>
    public RuleViolation? WhyNotAppoint(DateOnly day, AgeCountRule rule, DateOnly recheckedFrom, IEnumerable<Objection> objections) =>
        State != ApplicationState.NoticePassed ? RecruitmentRules.NoticeNotPassed(State)
        : WhyNotBy(objections)
        ?? WhyNotAged(day, rule)
        ?? EligibilityConditions.OfRecord.Select(c => WhyNotMet(c) ?? (CheckOf(c)!.CheckedOn < recheckedFrom ? RecruitmentRules.RecheckMissing(c) : null)).FirstOrDefault(v => v is not null);

    public void Appoint(PersonId person, PersonId by, DateOnly day, AgeCountRule rule, DateOnly recheckedFrom, IEnumerable<Objection> objections, DateTimeOffset now)
    {
        Rule.Require(WhyNotAppoint(day, rule, recheckedFrom, objections));
        Person = person;
        Become(ApplicationState.Appointed, now, by, note: null);
    }

    public RuleViolation? WhyNotWithdraw() => IsLive ? null : RecruitmentRules.ApplicationWrongState(State);

    /// <summary>The applicant takes it back; after the notice has passed, declines.</summary>
    /// <param name="by">The clerk to whom it was said; <c>null</c> when the applicant did it.</param>
    public void Withdraw(PersonId? by, string? note, DateTimeOffset now)
    {
        Rule.Require(WhyNotWithdraw());
        Become(State == ApplicationState.NoticePassed ? ApplicationState.Declined : ApplicationState.Withdrawn, now, by, note);
    }

    private static RuleViolation? WhyNotBy(IEnumerable<Objection> objections)
    {
        var states = objections.Select(o => o.State).ToList();
        return states.Exists(Objection.OpenStates.Contains) ? RecruitmentRules.ObjectionsOpen()
            : states.Contains(ObjectionState.Upheld) ? RecruitmentRules.ObjectionUpheld()
            : null;
    }

    private RuleViolation? WhyNotMet(EligibilityCondition condition) => CheckOf(condition) switch
    {
        null => RecruitmentRules.NotChecked(condition),
        { Result: ConditionResult.NotMet } => RecruitmentRules.NotMet(condition),
        _ => null,
    };
}

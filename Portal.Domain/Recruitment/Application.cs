using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Recruitment;

/// <summary>One person's application or recommendation in one batch (报名, Articles 2, 5 and 6), from its receipt to the appointment.</summary>
public sealed partial class Application
{
    public const int ReceiptLength = 20;
    public const int OccupationLength = 50;
    public const int MotivationLength = 2000;
    public const int NoteLength = 500;

    private readonly List<ConditionCheck> _checks = [];
    private readonly List<UnitRecommendation> _recommendations = [];
    private readonly List<ApplicationEvent> _events = [];

    private Application()
    {
    }

    public RecruitmentApplicationId Id { get; private set; }

    public RecruitmentBatchId Batch { get; private set; }

    /// <summary>Unique, never reused; the applicant keeps it.</summary>
    public string Receipt { get; private set; } = "";

    public string FullName { get; private set; } = "";

    /// <summary>Shown masked.</summary>
    public IdentityNumber? IdNumber { get; private set; }

    public Sex? Sex { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>Shown masked.</summary>
    public PhoneNumber? Phone { get; private set; }

    public District District { get; private set; }

    public string? WorkUnit { get; private set; }

    public string? Occupation { get; private set; }

    public SourceCategory Group { get; private set; }

    public RecruitmentChannel Channel { get; private set; }

    /// <summary>How, where the channel is <see cref="RecruitmentChannel.Other"/> (Article 2 says 等多种方式).</summary>
    public string? ChannelNote { get; private set; }

    public string Motivation { get; private set; } = "";

    public ApplicationState State { get; private set; }

    /// <summary>The last day for what was returned for supplement.</summary>
    public DateOnly? SupplementBy { get; private set; }

    /// <summary>The condition that was not met, where it was rejected.</summary>
    public EligibilityCondition? FailedCondition { get; private set; }

    /// <summary>Who found all conditions met first.</summary>
    public PersonId? PassProposedBy { get; private set; }

    /// <summary>The person appointed from it.</summary>
    public PersonId? Person { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ConditionCheck> Checks => _checks;

    public IReadOnlyList<UnitRecommendation> Recommendations => _recommendations;

    public IReadOnlyList<ApplicationEvent> Events => _events;

    /// <summary>Neither rejected, failed, withdrawn, declined nor appointed: the same person cannot have two of these.</summary>
    public bool IsLive => LiveStates.Contains(State);

    public static IReadOnlyList<ApplicationState> LiveStates { get; } =
    [
        ApplicationState.Submitted, ApplicationState.ReturnedForSupplement, ApplicationState.UnderReview, ApplicationState.PassProposed,
        ApplicationState.ReviewPassed, ApplicationState.OnNotice, ApplicationState.NoticePassed,
    ];

    /// <summary>Those on which the review has still to say something.</summary>
    public static IReadOnlyList<ApplicationState> UndecidedStates { get; } =
        [ApplicationState.Submitted, ApplicationState.ReturnedForSupplement, ApplicationState.UnderReview, ApplicationState.PassProposed];

    /// <summary>Why nothing can be sent in; <c>null</c> when it can.</summary>
    public static RuleViolation? WhyNotSubmit(RecruitmentBatch batch, RecruitmentChannel channel, string? channelNote, bool recommended, ApplicationCircumstances known, DateOnly today) =>
        batch.WhyNotTake(channel, today)
        ?? (!known.Declared ? RecruitmentRules.DeclarationsMissing()
        : known.InOffice ? RecruitmentRules.InOfficeAlready()
        : known.HasLiveApplication ? RecruitmentRules.AppliedAlready()
        : channel == RecruitmentChannel.UnitRecommendation && !recommended ? RecruitmentRules.RecommendationMissing()
        : channel == RecruitmentChannel.Other && string.IsNullOrWhiteSpace(channelNote) ? RecruitmentRules.ChannelNoteMissing()
        : null);

    /// <summary>Sends it in. An age out of bounds does not stop it: it is shown, and the review decides on the batch's closing day.</summary>
    /// <param name="by">The clerk who enters it on somebody's behalf; <c>null</c> when the person does.</param>
    public static Application Submit(
        RecruitmentApplicationId id, RecruitmentBatch batch, string receipt, Applicant applicant, RecruitmentChannel channel, string? channelNote,
        IReadOnlyCollection<UnitRecommendation> recommendations, ApplicationCircumstances known, PersonId? by, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotSubmit(batch, channel, channelNote, recommendations.Count > 0, known, today));
        var application = new Application { Id = id, Batch = batch.Id, Receipt = receipt, Channel = channel, ChannelNote = channelNote };
        application.Describe(applicant);
        application._recommendations.AddRange(recommendations);
        application.Become(ApplicationState.Submitted, now, by, note: null);
        return application;
    }

    /// <summary>Completed years on that day; the batch's closing day for the review, the day of appointment for the re-check.</summary>
    public int AgeOn(DateOnly day, AgeCountRule rule) => AgeInYears.On(day, BirthDate!.Value, rule);

    /// <summary>Why the person's age stands in the way on that day (Article 5 (1), both bounds included).</summary>
    public RuleViolation? WhyNotAged(DateOnly day, AgeCountRule rule) => WhyNotAged(BirthDate!.Value, day, rule);

    /// <summary>The same of somebody who has not applied yet.</summary>
    public static RuleViolation? WhyNotAged(DateOnly born, DateOnly day, AgeCountRule rule) => RecruitmentRules.AgeOutOfBounds(AgeInYears.On(day, born, rule), day);

    /// <summary>The check of that condition, where there is one.</summary>
    public ConditionCheck? CheckOf(EligibilityCondition condition) => _checks.Find(c => c.Condition == condition);

    public RuleViolation? WhyNotRecommend() => IsLive ? null : RecruitmentRules.ApplicationWrongState(State);

    /// <summary>A further unit recommends the same person; what a unit said before is replaced.</summary>
    public void AddRecommendation(UnitRecommendation recommendation)
    {
        Rule.Require(WhyNotRecommend());
        _recommendations.RemoveAll(r => r.Unit == recommendation.Unit);
        _recommendations.Add(recommendation);
    }

    /// <summary>Kept no longer: what says who it was goes, and the steps with their days stay without their words.</summary>
    /// <param name="keepsName">Of whoever was appointed the name stands in the register of terms anyway.</param>
    public void Anonymise(bool keepsName)
    {
        FullName = keepsName || FullName.Length == 0 ? FullName : $"{FullName.EnumerateRunes().First()}**";
        (IdNumber, Sex, BirthDate, Phone, WorkUnit, Occupation, ChannelNote, Motivation) = (null, null, null, null, null, null, null, "");
        _checks.Clear();
        _recommendations.Clear();
        _events.ForEach(e => e.Forget());
    }

    private void Describe(Applicant applicant)
    {
        FullName = applicant.FullName;
        IdNumber = applicant.IdNumber;
        Sex = applicant.IdNumber.Sex;
        BirthDate = applicant.IdNumber.BirthDate;
        Phone = applicant.Phone;
        District = applicant.District;
        WorkUnit = applicant.WorkUnit;
        Occupation = applicant.Occupation;
        Group = applicant.Group;
        Motivation = applicant.Motivation;
    }

    private RuleViolation? WrongState(params ReadOnlySpan<ApplicationState> allowed) =>
        allowed.Contains(State) ? null : RecruitmentRules.ApplicationWrongState(State);

    private static RuleViolation? Missing(string? reason) => string.IsNullOrWhiteSpace(reason) ? RecruitmentRules.ReasonMissing() : null;

    private void Become(ApplicationState state, DateTimeOffset now, PersonId? by, string? note)
    {
        State = state;
        _events.Add(new ApplicationEvent(_events.Count + 1, state, now, by, note));
    }
}

/// <summary>What the office knows of a person who applies.</summary>
/// <param name="Declared">Whether the declarations were ticked: truth, consent to the review and the notice, no secrets.</param>
/// <param name="InOffice">Whether the person is a supervisor now.</param>
/// <param name="HasLiveApplication">Whether another application of theirs is still going on.</param>
public readonly record struct ApplicationCircumstances(bool Declared, bool InOffice, bool HasLiveApplication);

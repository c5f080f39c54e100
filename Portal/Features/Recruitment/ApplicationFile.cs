using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>The section's acts on an application, in the order of domain.md A2.2.</summary>
public enum ApplicationAct
{
    StartReview,
    ProposePass,
    Pass,
    SendBack,
    Return,
    Supplement,
    GiveLink,
    Reject,
    ProposeAppointment,
    WithdrawAppointment,
    Recommend,
    Withdraw,
}

/// <summary>Which of an applicant's numbers is asked for in full.</summary>
public enum ApplicantNumber
{
    Identity,
    Telephone,
}

/// <summary>A full number, asked for with a reason and on record. Shown for a minute.</summary>
public sealed record RevealedApplicant(string Number);

/// <summary>What is shown of an application; numbers masked.</summary>
public sealed record ApplicationShown(
    RecruitmentApplicationId Id,
    int Version,
    string Receipt,
    string FullName,
    string? IdNumberMasked,
    Sex? Sex,
    string? PhoneMasked,
    District District,
    string? WorkUnit,
    string? Occupation,
    SourceCategory Group,
    RecruitmentChannel Channel,
    string? ChannelNote,
    string Motivation,
    ApplicationState State,
    DateOnly? SupplementBy,
    EligibilityCondition? FailedCondition,
    PersonId? Person,
    IReadOnlyList<UnitRecommendation> Recommendations)
{
    internal static ApplicationShown Of(Application application) => new(
        application.Id, application.Version, application.Receipt, application.FullName, application.IdNumber?.Masked, application.Sex, application.Phone?.Masked,
        application.District, application.WorkUnit, application.Occupation, application.Group, application.Channel, application.ChannelNote, application.Motivation,
        application.State, application.SupplementBy, application.FailedCondition, application.Person, application.Recommendations);
}

/// <summary>One application with everything its page tells.</summary>
public sealed record ApplicationFile
{
    public required ApplicationShown Application { get; init; }

    public required RecruitmentBatch Batch { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Completed years on the closing day; <c>null</c> where the day of birth is kept no longer.</summary>
    public required int? Age { get; init; }

    public required IReadOnlyList<ConditionRow> Conditions { get; init; }

    /// <summary>The same person's other applications, the newest first.</summary>
    public required IReadOnlyList<EarlierApplication> Earlier { get; init; }

    /// <summary>The same person's terms, the newest first.</summary>
    public required IReadOnlyList<EarlierTerm> Terms { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ApplicationStep> Steps { get; init; }

    /// <summary>Why each act is not possible now; empty for whoever only reads.</summary>
    public required IReadOnlyList<Choice<ApplicationAct>> Acts { get; init; }

    /// <summary>The day proposed for a supplement.</summary>
    public required DateOnly SupplementBy { get; init; }

    /// <summary>The proposal to appoint that waits for leadership.</summary>
    public required OpenProposal? Proposal { get; init; }

    /// <summary>The account that came with the appointment; <c>null</c> before it, and for whoever does not manage accounts.</summary>
    public required AppointedAccount? Account { get; init; }

    /// <summary>Whether an appointment takes leadership; otherwise the section's act is one.</summary>
    public required bool ApprovalNeeded { get; init; }

    public bool Manages => Acts.Count > 0;
}

/// <summary>Whether an appointed person can sign in yet.</summary>
/// <param name="IsBound">Somebody at the identity provider is known as them.</param>
/// <param name="InvitedUntil">Until when a link that was given out works.</param>
/// <param name="MayInvite">Whether the reader has proved lately who they are, as inviting demands.</param>
public sealed record AppointedAccount(bool IsBound, DateTimeOffset? InvitedUntil, bool MayInvite);

/// <summary>A proposal to appoint that is not decided yet.</summary>
public sealed record OpenProposal(TermProposalId Id, int Version, DateOnly Start, string? ProposedBy, DateOnly ProposedOn);

/// <summary>One of the conditions of Article 5, and how it was found out.</summary>
/// <param name="Result">Of the age, as computed; <c>null</c> where nobody has looked.</param>
/// <param name="WhyNot">Why it cannot be checked now.</param>
public sealed record ConditionRow(EligibilityCondition Condition, ConditionResult? Result, string? Method, string? Note, string? Who, DateOnly? On, RuleViolation? WhyNot);

/// <summary>Another application of the same person.</summary>
public sealed record EarlierApplication(RecruitmentApplicationId Id, string Receipt, string Batch, ApplicationState State);

/// <summary>A term of the same person, and how it ended: who was dismissed may apply again, and the review knows.</summary>
public sealed record EarlierTerm(PersonId Person, int Sequence, DateOnly Start, DateOnly LastDay, AppointmentState State, DismissalGround? Ground);

/// <summary>A step with the name of the clerk; <c>null</c> for the applicant.</summary>
public sealed record ApplicationStep(ApplicationState State, DateTimeOffset At, string? Who, string? Note);

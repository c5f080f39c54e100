using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Appointments;

/// <summary>What a ground of Article 18 stands on. Each ground asks for its own.</summary>
/// <param name="Facts">What happened, in words; no medical record for (4).</param>
public sealed record DismissalEvidence(string Facts)
{
    public const int FactsLength = 2000;
    public const int BodyLength = 100;
    public const int DocumentLength = 100;

    /// <summary>The shortest reasons that ground (6) takes, in characters.</summary>
    public const int OtherReasonsMinimum = 20;

    /// <summary>Ground (1): what kind of sanction.</summary>
    public SanctionKind? Sanction { get; init; }

    /// <summary>Ground (1): who decided it.</summary>
    public string? DecidingBody { get; init; }

    /// <summary>Ground (1): the number of the decision.</summary>
    public string? Document { get; init; }

    /// <summary>Ground (1): its day.</summary>
    public DateOnly? DocumentDate { get; init; }

    /// <summary>Ground (1), administrative penalty: whether the matter was found serious.</summary>
    public bool? Serious { get; init; }

    /// <summary>Ground (2): what the one-year clock shows.</summary>
    public InactivityCount? Inactivity { get; init; }

    /// <summary>Ground (2): whether the section, having asked, found no good reason.</summary>
    public bool? NoGoodReason { get; init; }

    /// <summary>Ground (5): the day on which the written declaration came in.</summary>
    public DateOnly? DeclaredOn { get; init; }

    /// <summary>Why the evidence does not carry <paramref name="ground"/>; <c>null</c> when it does.</summary>
    public RuleViolation? WhyNot(DismissalGround ground) =>
        string.IsNullOrWhiteSpace(Facts) ? AppointmentRules.FactsMissing(ground)
        : ground switch
        {
            DismissalGround.CriminalOrDisciplinaryOrSerious => WhyNotSanction(),
            DismissalGround.InactiveOneYear => WhyNotInactive(Inactivity?.Verdict) ?? (NoGoodReason == true ? null : AppointmentRules.GoodReasonNotJudged()),
            DismissalGround.Resignation => DeclaredOn is null ? AppointmentRules.DeclarationMissing() : null,
            DismissalGround.OtherUnsuitable => Facts.Trim().Length < OtherReasonsMinimum ? AppointmentRules.ReasonsTooShort(OtherReasonsMinimum) : null,
            _ => null,
        };

    /// <summary>Why a day that the evidence names cannot be: it is still to come.</summary>
    public RuleViolation? WhyNotDated(DateOnly today) => DocumentDate > today || DeclaredOn > today ? AppointmentRules.DayToCome() : null;

    private RuleViolation? WhyNotSanction() =>
        Sanction is null || string.IsNullOrWhiteSpace(DecidingBody) || string.IsNullOrWhiteSpace(Document) || DocumentDate is null ? AppointmentRules.SanctionIncomplete()
        : Sanction == SanctionKind.AdministrativePenalty && Serious != true ? AppointmentRules.PenaltyNotSerious()
        : null;

    internal static RuleViolation? WhyNotInactive(InactivityVerdict? verdict) => verdict switch
    {
        InactivityVerdict.SupervisorInactive => null,
        InactivityVerdict.NeverInvited => AppointmentRules.NeverInvited(),
        _ => AppointmentRules.WithinTheYear(),
    };
}

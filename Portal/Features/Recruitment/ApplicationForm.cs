using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>What is typed to apply, by the person or by a clerk on their behalf.</summary>
public sealed class ApplicationForm
{
    public string? FullName { get; set; }

    public string? IdNumber { get; set; }

    public string? Phone { get; set; }

    public District? District { get; set; }

    public string? WorkUnit { get; set; }

    public string? Occupation { get; set; }

    public SourceCategory? Group { get; set; }

    public RecruitmentChannel Channel { get; set; }

    public string? ChannelNote { get; set; }

    public string? RecommendingUnit { get; set; }

    public DateOnly? RecommendedOn { get; set; }

    public string? Motivation { get; set; }

    /// <summary>Truth, consent to the review and the notice, no secrets; a clerk confirms that they stand on paper.</summary>
    public bool Declared { get; set; }

    /// <summary>Of a form that was found complete.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public Applicant ToApplicant(DateOnly today) =>
        IdentityNumber.TryParse(IdNumber, today, out var number, out _) && PhoneNumber.TryParse(Phone, out var phone) && !string.IsNullOrWhiteSpace(FullName) && District is { } district && Group is { } group
            ? new Applicant(FullName.Trim(), number, phone, district, Given(WorkUnit), Given(Occupation), group, Motivation?.Trim() ?? "")
            : throw new InvalidOperationException("The form is not complete.");

    public IReadOnlyList<UnitRecommendation> ToRecommendations() =>
        Channel == RecruitmentChannel.UnitRecommendation && Given(RecommendingUnit) is { } unit && RecommendedOn is { } day ? [new UnitRecommendation(unit, null, day)] : [];

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

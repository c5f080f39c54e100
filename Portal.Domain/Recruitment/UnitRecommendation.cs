using Portal.Domain.People;

namespace Portal.Domain.Recruitment;

/// <summary>A unit's recommendation (单位推荐, Article 2). Who was recommended twice, or applied as well, has one application with several of these.</summary>
public sealed class UnitRecommendation
{
    public const int UnitLength = 100;

    private UnitRecommendation()
    {
    }

    public UnitRecommendation(string unit, UnifiedSocialCreditCode? creditCode, DateOnly recommendedOn)
    {
        Unit = unit;
        CreditCode = creditCode?.Value;
        RecommendedOn = recommendedOn;
    }

    public string Unit { get; private set; } = "";

    /// <summary>Unified social credit code (GB 32100) in its one written form.</summary>
    public string? CreditCode { get; private set; }

    public DateOnly RecommendedOn { get; private set; }
}

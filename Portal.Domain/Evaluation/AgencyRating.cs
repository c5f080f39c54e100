using Portal.Domain.Rules;

namespace Portal.Domain.Evaluation;

/// <summary>The five marks a supervisor gives an agency at the symposium (Article 16, first paragraph).</summary>
public sealed record AgencyRatingMarks(int PolicyExecution, int FundSafety, int ServiceQuality, int Rectification, int OpennessAndPrivacy)
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>In the order of <see cref="RatingDimension"/>.</summary>
    public IReadOnlyList<int> All => [PolicyExecution, FundSafety, ServiceQuality, Rectification, OpennessAndPrivacy];

    /// <summary>Mean times twenty: 20 to 100.</summary>
    public decimal FormScore => All.Sum() * 20m / All.Count;

    public int Of(RatingDimension dimension) => All[(int)dimension];

    public RuleViolation? WhyNotSubmit() =>
        All.Any(IsOffTheScale) ? EvaluationRules.MarkIsOffTheScale(All.First(IsOffTheScale), Lowest, Highest) : null;

    private static bool IsOffTheScale(int mark) => mark is < Lowest or > Highest;
}

/// <summary>One supervisor's form for one agency. Who declares a conflict after having rated is recused from the rating as well (Article 11).</summary>
public sealed record AgencyRatingForm(AgencyRatingMarks Marks, bool RaterRecused = false);

/// <summary>What an agency is rated on.</summary>
public enum RatingDimension
{
    /// <summary>政策执行.</summary>
    PolicyExecution,

    /// <summary>基金安全.</summary>
    FundSafety,

    /// <summary>服务质量.</summary>
    ServiceQuality,

    /// <summary>整改落实.</summary>
    Rectification,

    /// <summary>信息公开与隐私保护.</summary>
    OpennessAndPrivacy,
}

/// <summary>An agency's rating of a year.</summary>
/// <param name="Score">Mean of the forms; <c>null</c> without any.</param>
/// <param name="Raters">Forms counted; those of recused supervisors are not.</param>
/// <param name="Sufficient">Whether there are enough forms to be ranked by; with fewer the score could point at a person.</param>
/// <param name="Means">Mean mark of each dimension, in two decimals; empty without forms.</param>
public sealed record AgencyRatingScore(Score? Score, int Raters, bool Sufficient, IReadOnlyDictionary<RatingDimension, decimal> Means)
{
    /// <param name="forms">One form of each supervisor.</param>
    /// <param name="minimumRaters">Setting <c>Rating.MinRaters</c>.</param>
    /// <exception cref="RuleViolationException">A mark is off the scale.</exception>
    public static AgencyRatingScore Of(IEnumerable<AgencyRatingForm> forms, int minimumRaters)
    {
        List<AgencyRatingMarks> counted = [.. forms.Where(form => !form.RaterRecused).Select(form => form.Marks)];
        counted.ForEach(marks => Rule.Require(marks.WhyNotSubmit()));
        return counted.Count == 0
            ? new AgencyRatingScore(null, 0, false, new Dictionary<RatingDimension, decimal>())
            : new AgencyRatingScore(
                Evaluation.Score.Of(counted.Average(marks => marks.FormScore)),
                counted.Count,
                counted.Count >= minimumRaters,
                Enum.GetValues<RatingDimension>().ToDictionary(d => d, d => MeanOf(counted, d)));
    }

    private static decimal MeanOf(List<AgencyRatingMarks> counted, RatingDimension dimension) =>
        decimal.Round(counted.Average(marks => (decimal)marks.Of(dimension)), 2, MidpointRounding.AwayFromZero);
}

/// <summary>An agency's place; <c>null</c> where the sample is too small (样本不足，不参与排名).</summary>
public sealed record RankedAgency(int? Rank, string Agency, AgencyRatingScore Rating);

/// <summary>The order of a year's agencies. Ties share a rank and nothing breaks them.</summary>
public static class AgencyRanking
{
    public static IReadOnlyList<RankedAgency> Of(IEnumerable<KeyValuePair<string, AgencyRatingScore>> ratings)
    {
        var byName = ratings.OrderBy(rating => rating.Key, StringComparer.Ordinal).ToList();
        return
        [
            .. CompetitionRank
                .Of(byName.Where(rating => rating.Value.Sufficient), rating => rating.Value.Score ?? Score.Zero)
                .Select(placed => new RankedAgency(placed.Rank, placed.Item.Key, placed.Item.Value)),
            .. byName.Where(rating => !rating.Value.Sufficient).Select(rating => new RankedAgency(null, rating.Key, rating.Value)),
        ];
    }
}

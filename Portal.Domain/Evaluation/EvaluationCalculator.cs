using Portal.Domain.Rules;

namespace Portal.Domain.Evaluation;

/// <summary>年度综合评价 (Article 16, second paragraph) as a pure function: the same facts and the same scheme give the same score, anywhere.</summary>
public static class EvaluationCalculator
{
    /// <exception cref="RuleViolationException">The scheme or the adjustment is one the office cannot adopt.</exception>
    public static EvaluationResult Calculate(EvaluationFacts facts, EvaluationScheme scheme)
    {
        Rule.Require(scheme.WhyNotAdopt());
        Rule.Require(facts.Adjustment?.WhyNot(scheme));
        ArgumentOutOfRangeException.ThrowIfNegative(facts.ServiceDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.ServiceDays, facts.YearDays);

        var components = Weigh(ComponentRatios.Of(facts, scheme), scheme.Weights);
        var calculated = Total(components);
        var total = Within(calculated + (facts.Adjustment?.By ?? Score.Zero));
        var serious = facts.Deductions.Any(deduction => deduction.Kind == DeductionKind.Serious);
        var gradeByPoints = scheme.GradeOf(total);
        var mandatoryDue = facts.Participations.Count(p => p.Mandatory && p.Credit is not (AttendanceCredit.NotDue or AttendanceCredit.NotRecorded));

        return new EvaluationResult(
            facts.Year,
            scheme.Version,
            components,
            calculated,
            facts.Adjustment,
            total,
            serious ? EvaluationGrade.NeedsImprovement : gradeByPoints,
            serious && gradeByPoints != EvaluationGrade.NeedsImprovement,
            facts.ServiceDays,
            facts.YearDays,
            mandatoryDue,
            [.. WhyUnranked(facts.ServiceDays, mandatoryDue, serious || facts.CommendationBarred, scheme)]);
    }

    /// <summary>The weight of what does not apply is shared out in proportion to the weights of what does.</summary>
    private static IReadOnlyList<ComponentScore> Weigh(IReadOnlyList<ComponentRatio> ratios, ComponentWeights weights)
    {
        var applicable = ratios.Where(ratio => ratio.Value is not null).Sum(ratio => weights.Of(ratio.Component));
        return
        [
            .. ratios.Select(ratio =>
            {
                var weight = weights.Of(ratio.Component);
                var effective = ratio.Value is null ? 0m : 100m * weight / applicable;
                var points = ratio.Value is null ? 0m : 100m * weight * ratio.Value.Value / applicable;
                return new ComponentScore(
                    ratio.Component, ratio.Value, weight, Ratio.Round(effective), Ratio.Round(points), ratio.Attained, ratio.Required, ratio.Items);
            }),
        ];
    }

    /// <summary>One division over the whole sum, not a sum of rounded points: T = 100 × Σ(w·x) / Σ(w).</summary>
    private static Score Total(IReadOnlyList<ComponentScore> components)
    {
        var applicable = components.Where(component => component.Applies).ToList();
        return Score.Of(100m * applicable.Sum(c => c.Weight * c.Ratio!.Value) / applicable.Sum(c => c.Weight));
    }

    private static Score Within(Score total) => total < Score.Zero ? Score.Zero : total > Score.Full ? Score.Full : total;

    private static IEnumerable<UnrankedReason> WhyUnranked(int serviceDays, int mandatoryDue, bool barred, EvaluationScheme scheme)
    {
        if (serviceDays < scheme.RankedServiceDays)
        {
            yield return UnrankedReason.InsufficientService;
        }

        if (mandatoryDue < scheme.RankedMandatoryDue)
        {
            yield return UnrankedReason.InsufficientInvitations;
        }

        if (barred)
        {
            yield return UnrankedReason.CommendationBarred;
        }
    }
}

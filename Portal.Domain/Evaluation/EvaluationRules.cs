using Portal.Domain.Rules;

namespace Portal.Domain.Evaluation;

/// <summary>What a scheme, an adjustment or a rating is refused for. Article 16 asks for evaluation and ratings and gives no figures: these are rules of the office.</summary>
public static class EvaluationRules
{
    public static RuleViolation WeightsDoNotSumToOneHundred(int sum) => new("Evaluation_WeightsDoNotSumToOneHundred", default, sum);

    public static RuleViolation WeightIsNegative(int weight) => new("Evaluation_WeightIsNegative", default, weight);

    public static RuleViolation NothingAlwaysCounts() => new("Evaluation_NothingAlwaysCounts", default);

    public static RuleViolation PartIsNotBetweenZeroAndOne(decimal part) => new("Evaluation_PartIsNotBetweenZeroAndOne", default, part);

    public static RuleViolation TargetIsNotPositive(decimal target) => new("Evaluation_TargetIsNotPositive", default, target);

    public static RuleViolation OutputLimitsDoNotFit(int best, int routine) => new("Evaluation_OutputLimitsDoNotFit", default, best, routine);

    public static RuleViolation GradesDoNotDescend(decimal excellent, decimal good, decimal qualified) =>
        new("Evaluation_GradesDoNotDescend", default, excellent, good, qualified);

    public static RuleViolation AdjustmentIsTooLarge(decimal points, decimal limit) => new("Evaluation_AdjustmentIsTooLarge", default, points, limit);

    public static RuleViolation AdjustmentHasNoReason() => new("Evaluation_AdjustmentHasNoReason", default);

    public static RuleViolation MarkIsOffTheScale(int mark, int lowest, int highest) => new("Evaluation_MarkIsOffTheScale", default, mark, lowest, highest);
}

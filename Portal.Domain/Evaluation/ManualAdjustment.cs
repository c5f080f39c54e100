using Portal.Domain.Rules;

namespace Portal.Domain.Evaluation;

/// <summary>Leadership moves a total by a few points, before it is confirmed; the person is shown the reason.</summary>
public sealed record ManualAdjustment(Score By, string Reason)
{
    public RuleViolation? WhyNot(EvaluationScheme scheme) =>
        Math.Abs(By.Hundredths) > scheme.AdjustmentLimit.Hundredths ? EvaluationRules.AdjustmentIsTooLarge(By.Points, scheme.AdjustmentLimit.Points)
        : string.IsNullOrWhiteSpace(Reason) ? EvaluationRules.AdjustmentHasNoReason()
        : null;
}

using Portal.Domain.Evaluation;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Evaluation;

public sealed class EvaluationSchemeTests
{
    private static readonly EvaluationScheme s_default = EvaluationScheme.Default;

    public static TheoryData<EvaluationScheme, string> Impossible => new()
    {
        { s_default with { Weights = new(25, 35, 15, 10, 10) }, nameof(EvaluationRules.WeightsDoNotSumToOneHundred) },
        { s_default with { Weights = new(-10, 75, 15, 10, 10) }, nameof(EvaluationRules.WeightIsNegative) },
        { s_default with { Weights = new(50, 0, 30, 20, 0) }, nameof(EvaluationRules.NothingAlwaysCounts) },
        { s_default with { LeastServiceFraction = 0m }, nameof(EvaluationRules.PartIsNotBetweenZeroAndOne) },
        { s_default with { MinorDeduction = -0.1m }, nameof(EvaluationRules.PartIsNotBetweenZeroAndOne) },
        { s_default with { CoReporterShare = 1.5m }, nameof(EvaluationRules.PartIsNotBetweenZeroAndOne) },
        { s_default with { OutputTarget = 0m }, nameof(EvaluationRules.TargetIsNotPositive) },
        { s_default with { BestOutputs = 0 }, nameof(EvaluationRules.OutputLimitsDoNotFit) },
        { s_default with { RoutineOutputs = 6 }, nameof(EvaluationRules.OutputLimitsDoNotFit) },
        { s_default with { GoodFrom = new Score(90_00) }, nameof(EvaluationRules.GradesDoNotDescend) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_scheme_that_cannot_be_calculated_with_is_not_adopted(EvaluationScheme scheme, string rule)
    {
        Assert.Equal($"Evaluation_{rule}", scheme.WhyNotAdopt()?.Code);
        Assert.Throws<RuleViolationException>(() => EvaluationCalculator.Calculate(Years.S1, scheme));
    }

    [Fact]
    public void A_refusal_of_weights_names_their_sum() =>
        Assert.Equal([95], (s_default with { Weights = new(25, 35, 15, 10, 10) }).WhyNotAdopt()?.Arguments ?? []);

    [Fact]
    public void Weights_may_be_changed_as_long_as_they_sum_to_one_hundred()
    {
        Assert.Null(s_default.WhyNotAdopt());
        Assert.Null((s_default with { Weights = new(25, 40, 15, 10, 10) }).WhyNotAdopt());
    }

    [Theory]
    [InlineData(100_00, EvaluationGrade.Excellent)]
    [InlineData(90_00, EvaluationGrade.Excellent)]
    [InlineData(89_99, EvaluationGrade.Good)]
    [InlineData(75_00, EvaluationGrade.Good)]
    [InlineData(74_99, EvaluationGrade.Qualified)]
    [InlineData(60_00, EvaluationGrade.Qualified)]
    [InlineData(59_99, EvaluationGrade.NeedsImprovement)]
    [InlineData(0, EvaluationGrade.NeedsImprovement)]
    public void A_grade_begins_at_its_own_threshold(int total, EvaluationGrade grade) =>
        Assert.Equal(grade, s_default.GradeOf(new Score(total)));

    [Fact]
    public void The_version_a_year_was_calculated_with_is_in_its_result() =>
        Assert.Equal(7, EvaluationCalculator.Calculate(Years.S1, s_default with { Version = 7 }).SchemeVersion);
}

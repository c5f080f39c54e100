using Portal.Domain.Rules;

namespace Portal.Domain.Evaluation;

/// <summary>
/// The figures of a year's evaluation. Article 16 gives none, so the office sets them; a version is frozen with the year it was used for.
/// What <see cref="WhyNotAdopt"/> refuses cannot be calculated with.
/// </summary>
public sealed record EvaluationScheme
{
    /// <summary>The proposal the portal ships with.</summary>
    public static EvaluationScheme Default { get; } = new();

    public int Version { get; init; } = 1;

    public ComponentWeights Weights { get; init; } = new(Participation: 30, Output: 35, Training: 15, Symposium: 10, Discipline: 10);

    /// <summary>What each voluntary activity attended adds; it can repair an absence and cannot exceed full marks.</summary>
    public decimal VoluntaryBonus { get; init; } = 0.5m;

    /// <summary>Output points of a full year that earn full marks.</summary>
    public decimal OutputTarget { get; init; } = 8m;

    /// <summary>The least part of the target asked of a short year.</summary>
    public decimal LeastServiceFraction { get; init; } = 0.25m;

    /// <summary>Only so many outputs count, so that quantity beyond them earns nothing.</summary>
    public int BestOutputs { get; init; } = 5;

    /// <summary>Routine reports among them at most.</summary>
    public int RoutineOutputs { get; init; } = 2;

    public decimal CoReporterShare { get; init; } = 0.5m;

    /// <summary>Share of the points for an earlier finding's duplicate that added material evidence; any other duplicate gets none.</summary>
    public decimal DuplicateShare { get; init; } = 0.5m;

    public decimal MinorDeduction { get; init; } = 0.25m;

    public decimal GeneralDeduction { get; init; } = 0.5m;

    public decimal SeriousDeduction { get; init; } = 1m;

    public decimal FrivolousDeduction { get; init; } = 0.1m;

    /// <summary>Frivolous findings a year that cost nothing.</summary>
    public int FrivolousAllowance { get; init; } = 2;

    public Score ExcellentFrom { get; init; } = new(90_00);

    public Score GoodFrom { get; init; } = new(75_00);

    public Score QualifiedFrom { get; init; } = new(60_00);

    /// <summary>How far leadership may move a total, either way.</summary>
    public Score AdjustmentLimit { get; init; } = new(5_00);

    /// <summary>Days in office in the year below which nobody is ranked.</summary>
    public int RankedServiceDays { get; init; } = 183;

    /// <summary>Mandatory activities due below which nobody is ranked: without invitations the department's inactivity would rank people.</summary>
    public int RankedMandatoryDue { get; init; } = 2;

    /// <summary>Output ratio below which nobody is proposed for commendation.</summary>
    public decimal CommendationOutputRatio { get; init; } = 0.5m;

    /// <summary>Why the office cannot adopt this scheme; <c>null</c> when it can.</summary>
    public RuleViolation? WhyNotAdopt() =>
        Weights.All.Any(weight => weight < 0) ? EvaluationRules.WeightIsNegative(Weights.All.Min())
        : Weights.Sum != 100 ? EvaluationRules.WeightsDoNotSumToOneHundred(Weights.Sum)
        // The other three drop out when a person had no occasion for them; something must be left to divide by.
        : Weights.Output + Weights.Discipline == 0 ? EvaluationRules.NothingAlwaysCounts()
        : LeastServiceFraction == 0 || Parts.Any(IsNoPart) ? EvaluationRules.PartIsNotBetweenZeroAndOne(Parts.Where(IsNoPart).Append(0m).First())
        : OutputTarget <= 0 ? EvaluationRules.TargetIsNotPositive(OutputTarget)
        : BestOutputs < 1 || RoutineOutputs < 0 || RoutineOutputs > BestOutputs ? EvaluationRules.OutputLimitsDoNotFit(BestOutputs, RoutineOutputs)
        : !(ExcellentFrom > GoodFrom && GoodFrom > QualifiedFrom) ? EvaluationRules.GradesDoNotDescend(ExcellentFrom.Points, GoodFrom.Points, QualifiedFrom.Points)
        : null;

    public EvaluationGrade GradeOf(Score total) =>
        total >= ExcellentFrom ? EvaluationGrade.Excellent
        : total >= GoodFrom ? EvaluationGrade.Good
        : total >= QualifiedFrom ? EvaluationGrade.Qualified
        : EvaluationGrade.NeedsImprovement;

    public decimal DeductionFor(DeductionKind kind) => kind switch
    {
        DeductionKind.Minor => MinorDeduction,
        DeductionKind.General => GeneralDeduction,
        DeductionKind.Serious => SeriousDeduction,
        DeductionKind.Frivolous => FrivolousDeduction,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private IEnumerable<decimal> Parts =>
    [
        VoluntaryBonus, LeastServiceFraction, CoReporterShare, DuplicateShare, CommendationOutputRatio,
        MinorDeduction, GeneralDeduction, SeriousDeduction, FrivolousDeduction,
    ];

    private static bool IsNoPart(decimal figure) => figure is < 0m or > 1m;
}

/// <summary>How much each component weighs out of one hundred.</summary>
public sealed record ComponentWeights(int Participation, int Output, int Training, int Symposium, int Discipline)
{
    public IEnumerable<int> All => [Participation, Output, Training, Symposium, Discipline];

    public int Sum => All.Sum();

    public int Of(EvaluationComponent component) => component switch
    {
        EvaluationComponent.Participation => Participation,
        EvaluationComponent.Output => Output,
        EvaluationComponent.Training => Training,
        EvaluationComponent.Symposium => Symposium,
        EvaluationComponent.Discipline => Discipline,
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };
}

/// <summary>The five things a year is judged by, in the order of the score sheet: A to E.</summary>
public enum EvaluationComponent
{
    /// <summary>A, 监督活动参与.</summary>
    Participation,

    /// <summary>B, 监督成果质量.</summary>
    Output,

    /// <summary>C, 学习培训.</summary>
    Training,

    /// <summary>D, 座谈与评议.</summary>
    Symposium,

    /// <summary>E, 工作纪律.</summary>
    Discipline,
}

/// <summary>评价等次.</summary>
public enum EvaluationGrade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>良好.</summary>
    Good,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>待改进.</summary>
    NeedsImprovement,
}

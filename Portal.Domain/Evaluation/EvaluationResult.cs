namespace Portal.Domain.Evaluation;

/// <summary>A year's score with every term of its formula, so that a page can say why. Numbers and keys only.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="SchemeVersion">Version of the figures it was calculated with.</param>
/// <param name="Components">A to E, always all five.</param>
/// <param name="Calculated">The weighted total.</param>
/// <param name="Adjustment">What leadership added or took; <c>null</c> for nothing.</param>
/// <param name="Total">Calculated and adjusted, never outside 0 to 100.</param>
/// <param name="Grade">By the total, unless a serious breach decides.</param>
/// <param name="GradeLowered">A serious breach decided the grade, not the points.</param>
/// <param name="ServiceDays">Days in office in the year.</param>
/// <param name="YearDays">365 or 366.</param>
/// <param name="MandatoryDue">Mandatory activities that were due.</param>
/// <param name="Unranked">Why there is no rank; empty when there is one.</param>
public sealed record EvaluationResult(
    int Year,
    int SchemeVersion,
    IReadOnlyList<ComponentScore> Components,
    Score Calculated,
    ManualAdjustment? Adjustment,
    Score Total,
    EvaluationGrade Grade,
    bool GradeLowered,
    int ServiceDays,
    int YearDays,
    int MandatoryDue,
    IReadOnlyList<UnrankedReason> Unranked)
{
    public ComponentScore this[EvaluationComponent component] => Components.Single(c => c.Component == component);

    /// <summary>f to six decimals, as it is shown.</summary>
    public decimal ServiceFraction => Ratio.Of(ServiceDays, YearDays);

    /// <summary>Sum of all deductions, which may exceed the one that the component can lose.</summary>
    public decimal Deducted => this[EvaluationComponent.Discipline].Attained;
}

/// <summary>One component of a year's score.</summary>
/// <param name="Component">Which of A to E.</param>
/// <param name="Ratio">0 to 1 in six decimals; <c>null</c> when not applicable.</param>
/// <param name="Weight">As the scheme has it.</param>
/// <param name="EffectiveWeight">After the weights of what does not apply were shared out in proportion; 0 when it does not apply itself.</param>
/// <param name="Points">Effective weight times ratio.</param>
/// <param name="Attained">What was reached: credit, output points, trainings, parts of the symposium; of discipline, what was deducted.</param>
/// <param name="Required">What full marks ask for; 0 when not applicable. Of discipline 1, what can be lost.</param>
/// <param name="Items">The rows behind it.</param>
public sealed record ComponentScore(
    EvaluationComponent Component,
    decimal? Ratio,
    int Weight,
    decimal EffectiveWeight,
    decimal Points,
    decimal Attained,
    decimal Required,
    IReadOnlyList<ScoredItem> Items)
{
    public bool Applies => Ratio is not null;
}

/// <summary>What one row contributed to a component.</summary>
/// <param name="Reference">The key its fact came with.</param>
/// <param name="Treatment">How it was counted, or why it was not.</param>
/// <param name="Value">What it added to what was attained (or deducted).</param>
/// <param name="OutOf">What it added to what was required; 0 where it adds to no requirement.</param>
public sealed record ScoredItem(string Reference, ItemTreatment Treatment, decimal Value, decimal OutOf = 0m);

/// <summary>How a row was counted, or why it was not.</summary>
public enum ItemTreatment
{
    Counted,

    /// <summary>A voluntary activity.</summary>
    Bonus,

    /// <summary>A symposium.</summary>
    Attendance,

    /// <summary>An agency to be rated.</summary>
    Rating,
    Deducted,

    /// <summary>Excused, recused or cancelled.</summary>
    NotDue,

    /// <summary>Better outputs filled the places.</summary>
    BeyondBestOutputs,

    /// <summary>Only so many routine reports count.</summary>
    BeyondRoutineLimit,

    /// <summary>A frivolous finding within the year's allowance.</summary>
    WithinAllowance,

    /// <summary>The section has not recorded the attendance.</summary>
    NotRecorded,
}

/// <summary>Why somebody has a score and no rank.</summary>
public enum UnrankedReason
{
    /// <summary>In office for too small a part of the year.</summary>
    InsufficientService,

    /// <summary>Invited to too little: the department's doing.</summary>
    InsufficientInvitations,
    CommendationBarred,
}

using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Evaluation;

/// <summary>A year's ranking as the office sees it.</summary>
/// <param name="Provisional">The year still runs: scores and ranks will change.</param>
public sealed record EvaluationYear(int Year, bool Provisional, DateOnly AsOf, IReadOnlyList<EvaluationRow> Rows);

/// <summary>One line of the ranking.</summary>
public sealed record EvaluationRow(PersonId Person, string Name, SourceCategory Group, string CardNumber, int? Rank, int? RankInGroup, EvaluationResult Result);

/// <summary>One person's score with everything behind it. Of the others it knows only how many they are.</summary>
/// <param name="Ranked">How many have a rank this year.</param>
/// <param name="RankedInGroup">How many of them are in the same group.</param>
/// <param name="Items">The rows behind the score, in the order of the score sheet.</param>
public sealed record ScoreBreakdown(
    int Year,
    bool Provisional,
    DateOnly AsOf,
    string Name,
    SourceCategory Group,
    EvaluationResult Result,
    int? Rank,
    int Ranked,
    int? RankInGroup,
    int RankedInGroup,
    IReadOnlyList<ExplainedItem> Items)
{
    public IEnumerable<ExplainedItem> Of(EvaluationComponent component) => Items.Where(item => item.Component == component);
}

/// <summary>One row behind a score: what it was and what it was worth. Either an activity or a finding.</summary>
public sealed record ExplainedItem(EvaluationComponent Component, ScoredItem Scored, ExplainedActivity? Activity, ExplainedFinding? Finding)
{
    /// <summary>It was owed in full and brought less. What earns nothing because better ones filled the places was not missed.</summary>
    public bool IsMissed => Scored.OutOf > Scored.Value || Scored.Treatment == ItemTreatment.Deducted;

    public bool Helped => Scored.Value > 0m && Scored.Treatment is ItemTreatment.Counted or ItemTreatment.Bonus or ItemTreatment.Attendance or ItemTreatment.Rating;
}

public sealed record ExplainedActivity(string Number, string Title, ActivityKind Kind, DateOnly Date, bool Mandatory, ParticipationState State);

/// <param name="CountedOn">The day of closing, or of feedback where it is not closed yet.</param>
/// <param name="Part">The person's part in it.</param>
public sealed record ExplainedFinding(string Number, FindingCategory Category, FindingGrade Grade, DateOnly CountedOn, FindingPart Part);

/// <summary>What a person had to do with a finding, as far as its points are concerned.</summary>
public enum FindingPart
{
    Lead,

    /// <summary>Half of the points.</summary>
    CoReporter,

    /// <summary>Somebody had reported the matter before.</summary>
    Repeated,
}

using Portal.Data.Evaluations;
using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>One supervisor's place in a year, as far as this page needs it.</summary>
/// <param name="Rank"><c>null</c> with a score and no rank.</param>
public sealed record ScoredYear(PersonId Person, string Name, SourceCategory Group, int? Rank, Score Total, EvaluationGrade Grade)
{
    public static ScoredYear Of(EvaluatedSupervisor one) => new(one.Person, one.Name, one.Group, one.Rank, one.Result.Total, one.Result.Grade);
}

/// <summary>How a year's scores are spread (Article 16).</summary>
/// <param name="ByGrade">In the order of <see cref="EvaluationGrade"/>.</param>
/// <param name="ByTens">0 to under 10, … 90 to 100.</param>
/// <param name="First">The first of the ranking.</param>
public sealed record RankingFigures(int Year, int Ranked, IReadOnlyList<int> ByGrade, IReadOnlyList<int> ByTens, IReadOnlyList<ScoredYear> First)
{
    public const int Bands = 10;

    /// <summary>As many as are shown; whoever shares the last place is shown too.</summary>
    public const int Shown = 10;

    public int Scored => ByTens.Sum();

    public static RankingFigures Of(int year, IReadOnlyList<ScoredYear> scores)
    {
        var tens = new int[Bands];
        var grades = new int[Enum.GetValues<EvaluationGrade>().Length];
        foreach (var score in scores)
        {
            tens[Math.Min(score.Total.Hundredths / 10_00, Bands - 1)]++;
            grades[(int)score.Grade]++;
        }

        return new RankingFigures(year, scores.Count(s => s.Rank is not null), grades, tens, [.. scores.Where(s => s.Rank <= Shown)]);
    }
}

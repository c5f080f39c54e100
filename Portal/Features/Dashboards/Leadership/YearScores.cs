namespace Portal.Features.Dashboards.Leadership;

/// <summary>The year's scores, best first, as the evaluation pages show them.</summary>
public sealed class YearScores
{
    public Task<IReadOnlyList<ScoredYear>> TakeAsync(int year, DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ScoredYear>>([]);
}

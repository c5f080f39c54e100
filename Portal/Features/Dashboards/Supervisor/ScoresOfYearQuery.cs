using Portal.Configuration;
using Portal.Data.Evaluations;
using Portal.Live;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>Counts the running year's scores once for all supervisors' home pages.</summary>
internal sealed class ScoresOfYearQuery(YearOfEvaluation evaluation, TimeProvider clock) : ISnapshotQuery<ScoresOfYear>
{
    public async Task<ScoresOfYear> TakeAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var judged = await evaluation.TakeAsync(today.Year, today, cancellationToken);
        var ranked = judged.Where(one => one.RankInGroup is not null).CountBy(one => one.Group).ToDictionary();
        return new ScoresOfYear(
            clock.GetUtcNow(),
            judged.ToDictionary(
                one => one.Person,
                one => new MyScore(today.Year, one.Result.Total, one.Group, one.RankInGroup, ranked.GetValueOrDefault(one.Group), one.Result.Unranked)));
    }
}

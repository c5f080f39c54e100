using Portal.Access;
using Portal.Live;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>Whether a score is there, and the score.</summary>
/// <param name="Counted">Whether the year has been counted since the portal started.</param>
public sealed record ScoreOnHome(bool Counted, MyScore? Score);

/// <summary>Hands a supervisor their own score out of the last count (domain.md A6: own breakdown only).</summary>
public sealed class MyScoreService(LiveFeed<ScoresOfYear> scores, AccessGuard access)
{
    public async Task<ScoreOnHome> GetAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnEvaluation, cancellationToken: cancellationToken);
        var counted = scores.Latest;
        return new ScoreOnHome(counted is not null, counted?.ByPerson.GetValueOrDefault(actor.Person));
    }
}

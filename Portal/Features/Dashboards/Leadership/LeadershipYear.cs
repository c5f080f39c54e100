using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>What one reader sees: the year they picked beside the one before it.</summary>
/// <param name="Agencies">Names of the agencies that the figures speak of by id.</param>
public sealed record LeadershipYear(
    DateTimeOffset AsOf, DateOnly Today, YearFigures Figures, YearFigures Before, ApprovalsWaiting Approvals, IReadOnlyDictionary<AgencyId, string> Agencies)
{
    /// <summary>The measures came into force in it (Article 19); there is nothing to pick before.</summary>
    public static int FirstYear => RegulationFigures.InForceFrom.Year;

    public int Year => Figures.Year;

    public bool IsRunning => Year == Today.Year;

    /// <summary>The running year first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, Today.Year - FirstYear + 1).Reverse();
}

/// <summary>The picked year's ranking beside the one before it.</summary>
public sealed record LeadershipRanking(RankingFigures Figures, RankingFigures Before);

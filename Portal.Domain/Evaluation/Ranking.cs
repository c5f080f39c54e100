namespace Portal.Domain.Evaluation;

/// <summary>What a rank is decided by.</summary>
/// <param name="SupervisorNumber">Decides only who is shown first inside a tie.</param>
/// <param name="Total">First.</param>
/// <param name="OutputRatio">Second: quality before diligence.</param>
/// <param name="ParticipationRatio">Third.</param>
/// <param name="Deducted">Fourth: fewer is better.</param>
/// <param name="Grade">For the commendation shortlist.</param>
/// <param name="Unranked">Why there is to be no rank; empty when there is.</param>
public sealed record RankingEntry(
    string SupervisorNumber,
    Score Total,
    decimal OutputRatio,
    decimal ParticipationRatio,
    decimal Deducted,
    EvaluationGrade Grade,
    IReadOnlyList<UnrankedReason> Unranked)
{
    public static RankingEntry Of(string supervisorNumber, EvaluationResult result) => new(
        supervisorNumber,
        result.Total,
        result[EvaluationComponent.Output].Ratio ?? 0m,
        result[EvaluationComponent.Participation].Ratio ?? 0m,
        result.Deducted,
        result.Grade,
        result.Unranked);
}

/// <summary>A place in the ranking; <c>null</c> for who has a score and no rank.</summary>
public sealed record RankedSupervisor(int? Rank, RankingEntry Entry);

/// <summary>The order of a year's supervisors. Who is equal in everything that counts shares a rank, and the next one skips: 1, 2, 3, 3, 5.</summary>
public static class Ranking
{
    public static IReadOnlyList<RankedSupervisor> Of(IEnumerable<RankingEntry> entries)
    {
        var byNumber = entries.OrderBy(entry => entry.SupervisorNumber, StringComparer.Ordinal).ToList();
        return
        [
            .. CompetitionRank
                .Of(byNumber.Where(entry => entry.Unranked.Count == 0), Merit)
                .Select(placed => new RankedSupervisor(placed.Rank, placed.Item)),
            .. byNumber.Where(entry => entry.Unranked.Count > 0).Select(entry => new RankedSupervisor(null, entry)),
        ];
    }

    // Tuples compare from left to right, which is the order the rule states.
    private static (Score, decimal, decimal, decimal) Merit(RankingEntry entry) =>
        (entry.Total, entry.OutputRatio, entry.ParticipationRatio, -entry.Deducted);
}

namespace Portal.Domain.Evaluation;

/// <summary>通报表扬 (Article 16, second paragraph): who may be proposed. The list proposes; leadership decides.</summary>
/// <param name="Supervisors">In the order of rank.</param>
/// <param name="TiedAtTheCut">Those who share the rank at which the places run out: all are shown, leadership chooses among them. Empty when the places suffice.</param>
public sealed record CommendationShortlist(IReadOnlyList<RankedSupervisor> Supervisors, IReadOnlyList<RankedSupervisor> TiedAtTheCut)
{
    /// <param name="ranking">The year's ranking.</param>
    /// <param name="scheme">Its figures.</param>
    /// <param name="places">How many may be commended; <c>null</c> leaves that to leadership.</param>
    public static CommendationShortlist Of(IReadOnlyList<RankedSupervisor> ranking, EvaluationScheme scheme, int? places = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places ?? 0, nameof(places));
        List<RankedSupervisor> eligible = [.. ranking.Where(supervisor => IsEligible(supervisor, scheme)).OrderBy(supervisor => supervisor.Rank)];
        if (places is null || places >= eligible.Count)
        {
            return new CommendationShortlist(eligible, []);
        }

        List<RankedSupervisor> inside = [.. eligible.Take(places.Value)];
        var cutsATie = inside.Count > 0 && inside[^1].Rank == eligible[inside.Count].Rank;
        List<RankedSupervisor> tied = cutsATie ? [.. eligible.Where(supervisor => supervisor.Rank == inside[^1].Rank)] : [];
        return new CommendationShortlist([.. inside.Union(tied)], tied);
    }

    private static bool IsEligible(RankedSupervisor supervisor, EvaluationScheme scheme) =>
        supervisor is { Rank: not null, Entry.Grade: EvaluationGrade.Excellent }
        && supervisor.Entry.OutputRatio >= scheme.CommendationOutputRatio;
}

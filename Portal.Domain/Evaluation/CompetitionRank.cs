namespace Portal.Domain.Evaluation;

/// <summary>Equal merit, equal rank; whoever follows is ranked by how many stand before them.</summary>
internal static class CompetitionRank
{
    /// <summary>Best first; inside a tie in the order given.</summary>
    public static IEnumerable<(int Rank, T Item)> Of<T, TMerit>(IEnumerable<T> items, Func<T, TMerit> merit)
        where TMerit : struct, IEquatable<TMerit>
    {
        var rank = 0;
        TMerit? before = null;
        foreach (var (index, item) in items.OrderByDescending(merit).Index())
        {
            var own = merit(item);
            if (before is null || !own.Equals(before.Value))
            {
                rank = index + 1;
                before = own;
            }

            yield return (rank, item);
        }
    }
}

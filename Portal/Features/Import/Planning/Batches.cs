using Microsoft.EntityFrameworkCore;

namespace Portal.Features.Import.Planning;

internal static class Batches
{
    // SQL Server takes 2,100 parameters a query.
    private const int Size = 500;

    /// <summary>Looks many keys up in few queries.</summary>
    public static async Task<List<T>> LoadAsync<TKey, T>(IEnumerable<TKey> keys, Func<TKey[], IQueryable<T>> query, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        foreach (var batch in keys.Distinct().Chunk(Size))
        {
            found.AddRange(await query(batch).ToListAsync(cancellationToken));
        }

        return found;
    }
}

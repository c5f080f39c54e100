using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Of two people who act on what they saw only one does: whoever acts names the version that their page showed.</summary>
public static class AsShownExtensions
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody acted meanwhile.</exception>
    public static void AsShown(this int version, int shown)
    {
        if (version != shown)
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <summary>The one row, as the page showed it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody acted meanwhile, or it is not there.</exception>
    public static async Task<T> AsShownAsync<T>(this IQueryable<T> only, Func<T, int> version, int shown, CancellationToken cancellationToken)
        where T : class
    {
        var row = await only.SingleOrDefaultAsync(cancellationToken) ?? throw new DbUpdateConcurrencyException();
        version(row).AsShown(shown);
        return row;
    }
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Which part of a list is wanted, in which order. Comes from the address, so nothing in it is trusted.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Sort">Name of a column; <c>null</c> or unknown: the list's own order.</param>
/// <param name="Descending">Whether the order is turned round.</param>
public sealed record Paging(int Page = 1, string? Sort = null, bool Descending = false)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    /// <summary>Rows of an export at the most.</summary>
    public const int ExportLimit = 10_000;

    private const int LastPage = 100_000;

    /// <summary>From 1, whatever was asked for.</summary>
    public int Page { get; } = Math.Clamp(Page, 1, LastPage);

    public int Skip => (Page - 1) * Size;
}

/// <summary>One page of a list, and how many rows there are in all.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total)
{
    public int Pages => Math.Max(1, (Total + Paging.Size - 1) / Paging.Size);
}

public static class PagingExtensions
{
    public static async Task<PageOf<T>> PageAsync<T>(this IQueryable<T> ordered, Paging paging, CancellationToken cancellationToken) =>
        new(await ordered.Skip(paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken), await ordered.CountAsync(cancellationToken));

    /// <summary>A page of two lists read as one: all of the first, then all of the second.</summary>
    public static async Task<PageOf<T>> PageAsync<T>(this IQueryable<T> first, IQueryable<T> then, Paging paging, CancellationToken cancellationToken)
    {
        var ahead = await first.CountAsync(cancellationToken);
        var behind = await then.CountAsync(cancellationToken);
        List<T> rows = paging.Skip < ahead ? await first.Skip(paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken) : [];
        var skip = Math.Max(0, paging.Skip - ahead);
        if (rows.Count < Paging.Size && skip < behind)
        {
            rows.AddRange(await then.Skip(skip).Take(Paging.Size - rows.Count).ToListAsync(cancellationToken));
        }

        return new PageOf<T>(rows, ahead + behind);
    }

    /// <summary>One more than an export may hold, so that a longer list is refused instead of cut in silence.</summary>
    public static async Task<IReadOnlyList<T>> AllForExportAsync<T>(this IQueryable<T> ordered, CancellationToken cancellationToken) =>
        await ordered.Take(Paging.ExportLimit + 1).ToListAsync(cancellationToken);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Activities;

/// <summary>Activities are numbered by year, 2026-07, as the office's register does.</summary>
internal static class ActivityNumbers
{
    private const string Series = "HD";

    /// <summary>Takes the next number within the caller's unit of work. Numbers that came with the register are known from the rows themselves, so that none is given twice (domain.md A4-5).</summary>
    public static async Task<string> NextActivityNumberAsync(this PortalDbContext db, int year, CancellationToken cancellationToken)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-");
        var numbers = await db.Activities.Where(a => a.Number.StartsWith(prefix)).Select(a => a.Number).ToListAsync(cancellationToken);
        var taken = numbers.Max(n => int.TryParse(n.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : (int?)null) ?? 0;
        await db.NumberTakenAsync(Series, year, taken, cancellationToken);
        var series = (await db.NumberSeries.FindAsync([Series, year], cancellationToken))!;
        series.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{series.Last:00}");
    }
}

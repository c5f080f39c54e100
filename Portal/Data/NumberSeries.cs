using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;

namespace Portal.Data;

/// <summary>The last number given out in a series and year. Numbers are unique, in order and never reused (domain.md A4-5).</summary>
public sealed class NumberSeries
{
    public const int NameLength = DocumentNumber.SeriesLength;

    public required string Name { get; init; }

    public required int Year { get; init; }

    public int Last { get; set; }

    public int Version { get; private set; }
}

public static class NumberSeriesExtensions
{
    /// <summary>Takes the next number, such as WT-2026-0031, within the caller's unit of work.</summary>
    public static async Task<string> NextNumberAsync(this PortalDbContext db, string series, int year, CancellationToken cancellationToken) =>
        DocumentNumber.Internal(series, year, await db.TakeNumberAsync(series, year, cancellationToken)).Text;

    /// <summary>Takes the next number of a series that is written otherwise.</summary>
    public static async Task<int> TakeNumberAsync(this PortalDbContext db, string series, int year, CancellationToken cancellationToken)
    {
        var row = await db.NumberSeries.FindAsync([series, year], cancellationToken);
        if (row is null)
        {
            row = new NumberSeries { Name = series, Year = year };
            db.NumberSeries.Add(row);
        }

        return ++row.Last;
    }

    /// <summary>Keeps the series ahead of a number that came from elsewhere.</summary>
    public static async Task NumberTakenAsync(this PortalDbContext db, string series, int year, int number, CancellationToken cancellationToken)
    {
        var row = await db.NumberSeries.FindAsync([series, year], cancellationToken);
        if (row is null)
        {
            row = new NumberSeries { Name = series, Year = year };
            db.NumberSeries.Add(row);
        }

        row.Last = Math.Max(row.Last, number);
    }
}

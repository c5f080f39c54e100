using Microsoft.EntityFrameworkCore;
using Portal.Domain.Time;

namespace Portal.Data;

/// <summary>A day of the State Council's holiday table.</summary>
public sealed class CalendarDayRow
{
    public required DateOnly Date { get; init; }

    public required CalendarDayKind Kind { get; set; }
}

internal static class CalendarRowsExtensions
{
    /// <summary>The calendar as it stands in the transaction of the caller.</summary>
    public static async Task<WorkingCalendar> CalendarAsync(this PortalDbContext db, CancellationToken cancellationToken) => new(
        (await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken)).Select(d => new CalendarDay(d.Date, d.Kind)),
        await db.CalendarYears.AsNoTracking().Select(y => y.Year).ToListAsync(cancellationToken));
}

/// <summary>A year whose holiday table is loaded; other years follow weekends only and say so.</summary>
public sealed class CalendarYearRow
{
    public required int Year { get; init; }
}

/// <summary>A setting that an administrator changed from its default; when and by whom is kept.</summary>
public sealed class SettingRow
{
    public const int KeyLength = 60;
    public const int ValueLength = 200;

    public required string Key { get; init; }

    public required string Value { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public int Version { get; private set; }
}

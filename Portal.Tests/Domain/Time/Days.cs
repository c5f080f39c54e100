using System.Globalization;
using Portal.Domain.Time;

namespace Portal.Tests.Domain.Time;

/// <summary>Days and calendars as tests write them.</summary>
internal static class Days
{
    public static WorkingCalendar Calendar2026 { get; } = new(StatutoryHolidays.Of2026, [2026]);

    public static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

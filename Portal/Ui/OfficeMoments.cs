using System.Globalization;

namespace Portal.Ui;

public static class OfficeMoments
{
    /// <summary>An instant as it stands in a table, on the office's clock: 2026-11-23 09:05.</summary>
    public static string ShortMoment(this TimeProvider clock, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

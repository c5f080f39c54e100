using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Support;

/// <summary>A clock of the office that stands still until moved. The demonstration office's anchor day unless told otherwise.</summary>
public static class OfficeClock
{
    /// <summary>Monday 23 November 2026, the day the sample ledger was filled in.</summary>
    public static DateOnly Anchor { get; } = new(2026, 11, 23);

    public static FakeTimeProvider At(DateOnly day, int hour = 9)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        var clock = new FakeTimeProvider(new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime());
        clock.SetLocalTimeZone(zone);
        return clock;
    }
}

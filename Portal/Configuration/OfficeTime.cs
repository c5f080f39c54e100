namespace Portal.Configuration;

/// <summary>The clock of the office: real time, counted in the office's zone, so that a legal day is the same whatever zone the server stands in.</summary>
public sealed class OfficeTime(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = zone;
}

public static class OfficeTimeExtensions
{
    /// <summary>The legal day. The only way to get one.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The office day of an instant.</summary>
    public static DateOnly DayOf(this TimeProvider clock, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).DateTime);

    /// <summary>The instant at which an office day begins.</summary>
    public static DateTimeOffset StartOf(this TimeProvider clock, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, clock.LocalTimeZone.GetUtcOffset(midnight));
    }
}

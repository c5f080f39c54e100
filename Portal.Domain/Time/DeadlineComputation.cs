namespace Portal.Domain.Time;

/// <summary>
/// How a last day came about, step by step, so that a page can explain it and a document can freeze it. The period ends at 24:00 of
/// <see cref="LastDay"/> (Civil Code 203, by analogy).
/// </summary>
/// <param name="Start">The day of the event that starts the period.</param>
/// <param name="Days">Length of the period, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="StartDayCounted">Whether <paramref name="Start"/> is day one; by Civil Code 201 it is not.</param>
/// <param name="RawLastDay">Where plain counting ends.</param>
/// <param name="LastDay">Where the period ends after rolling on to a working day.</param>
/// <param name="DaysOffSkipped">The days off that moved the end: those rolled over, or those left out while counting working days.</param>
/// <param name="CalendarKnown">Whether the holiday table was loaded for every year the computation had to look at.</param>
public sealed record DeadlineComputation(
    DateOnly Start,
    int Days,
    DeadlineUnit Unit,
    bool StartDayCounted,
    DateOnly RawLastDay,
    DateOnly LastDay,
    IReadOnlyList<DateOnly> DaysOffSkipped,
    bool CalendarKnown)
{
    /// <summary>What waited for the period may happen from 00:00 of this day.</summary>
    public DateOnly FirstDayAfter => LastDay.AddDays(1);

    public bool Rolled => LastDay != RawLastDay;

    public Deadline Deadline => new(LastDay);

    /// <summary>The deadline of a rectification (Article 14): calendar days, the day of the order not counted, the last day rolls on.</summary>
    public static DeadlineComputation ForRectification(DateOnly ordered, int days, WorkingCalendar calendar) =>
        Count(ordered, new CountingMode(days, DeadlineUnit.CalendarDays, ExcludeStartDay: true, RollLastDay: true), calendar);

    /// <summary>An internal limit in working days: registering, feedback, confirming, replying.</summary>
    public static DeadlineComputation ForWorkdayLimit(DateOnly from, int days, WorkingCalendar calendar) =>
        Count(from, new CountingMode(days, DeadlineUnit.Workdays, ExcludeStartDay: true, RollLastDay: false), calendar);

    /// <summary>An internal limit in calendar days that nobody outside has to act within (investigation), so that it does not roll.</summary>
    public static DeadlineComputation ForCalendarLimit(DateOnly from, int days) =>
        Count(from, new CountingMode(days, DeadlineUnit.CalendarDays, ExcludeStartDay: true, RollLastDay: false), WorkingCalendar.WeekendsOnly);

    /// <summary>The period of a public notice (Article 6), counted as the office has chosen.</summary>
    public static DeadlineComputation ForNotice(DateOnly published, CountingMode mode, WorkingCalendar calendar) =>
        Count(published, mode, calendar);

    private static DeadlineComputation Count(DateOnly start, CountingMode mode, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mode.Days, 1);
        return mode.Unit == DeadlineUnit.Workdays ? CountWorkdays(start, mode, calendar) : CountCalendarDays(start, mode, calendar);
    }

    private static DeadlineComputation CountCalendarDays(DateOnly start, CountingMode mode, WorkingCalendar calendar)
    {
        var raw = start.AddDays(mode.ExcludeStartDay ? mode.Days : mode.Days - 1);
        var last = mode.RollLastDay ? calendar.SameOrNextWorkday(raw) : raw;
        return new DeadlineComputation(
            start,
            mode.Days,
            mode.Unit,
            !mode.ExcludeStartDay,
            raw,
            last,
            calendar.DaysOffBetween(raw.AddDays(-1), last.AddDays(-1)),
            !mode.RollLastDay || calendar.IsKnown(raw, last));
    }

    private static DeadlineComputation CountWorkdays(DateOnly start, CountingMode mode, WorkingCalendar calendar)
    {
        // Counting the start day is the same as starting the evening before. The last day is a working day already: nothing can roll.
        var eve = mode.ExcludeStartDay ? start : start.AddDays(-1);
        var last = calendar.AddWorkdays(eve, mode.Days);
        return new DeadlineComputation(
            start,
            mode.Days,
            mode.Unit,
            !mode.ExcludeStartDay,
            last,
            last,
            calendar.DaysOffBetween(eve, last),
            calendar.IsKnown(eve.AddDays(1), last));
    }
}

/// <summary>What a period counts.</summary>
public enum DeadlineUnit
{
    /// <summary>自然日.</summary>
    CalendarDays,

    /// <summary>工作日.</summary>
    Workdays,
}

using System.Collections.Frozen;

namespace Portal.Domain.Time;

/// <summary>
/// Which days are working days. Never changes once built; a year whose table has not been loaded follows weekends only and says so,
/// because no law fixes next year's holidays before the State Council's notice.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDayKind> _exceptions;
    private readonly FrozenSet<int> _years;

    /// <exception cref="ArgumentException">A day is named twice.</exception>
    public WorkingCalendar(IEnumerable<CalendarDay> exceptions, IEnumerable<int> loadedYears)
    {
        // A plain dictionary first: it refuses a day named twice, where the frozen one would let the last word win.
        _exceptions = exceptions.ToDictionary(day => day.Date, day => day.Kind).ToFrozenDictionary();
        _years = loadedYears.ToFrozenSet();
    }

    /// <summary>No year is loaded: Saturdays and Sundays rest, nothing is known of holidays.</summary>
    public static WorkingCalendar WeekendsOnly { get; } = new([], []);

    public bool IsKnown(int year) => _years.Contains(year);

    /// <summary>Whether every year touched from <paramref name="first"/> to <paramref name="last"/> is loaded.</summary>
    public bool IsKnown(DateOnly first, DateOnly last)
    {
        for (var year = first.Year; year <= last.Year; year++)
        {
            if (!IsKnown(year))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsWorkday(DateOnly date) =>
        _exceptions.TryGetValue(date, out var kind)
            ? kind == CalendarDayKind.Workday
            : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public DateOnly SameOrNextWorkday(DateOnly date)
    {
        while (!IsWorkday(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    public DateOnly NextWorkday(DateOnly date) => SameOrNextWorkday(date.AddDays(1));

    /// <summary>The <paramref name="workdays"/>th working day after <paramref name="from"/>, which itself is not counted.</summary>
    public DateOnly AddWorkdays(DateOnly from, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);
        for (var left = workdays; left > 0; left--)
        {
            from = NextWorkday(from);
        }

        return from;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>: how old a waiting item is. Nothing is older than nothing, so never negative.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to) => DaysAfter(from, to).Count(IsWorkday);

    /// <summary>The days off after <paramref name="from"/> and before <paramref name="until"/>.</summary>
    internal IReadOnlyList<DateOnly> DaysOffBetween(DateOnly from, DateOnly until) =>
        [.. DaysAfter(from, until).Where(day => !IsWorkday(day))];

    private static IEnumerable<DateOnly> DaysAfter(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Select(from.AddDays);
}

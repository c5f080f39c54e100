using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class WorkingCalendarTests
{
    [Fact]
    public void The_notice_of_2026_names_33_rest_days_and_six_worked_weekend_days()
    {
        Assert.Equal(33, StatutoryHolidays.Of2026.Count(day => day.Kind == CalendarDayKind.Rest));
        Assert.Equal(
            ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
            StatutoryHolidays.Of2026.Where(day => day.Kind == CalendarDayKind.Workday).Select(day => $"{day.Date.Month:00}-{day.Date.Day:00}"));
        Assert.All(
            StatutoryHolidays.Of2026.Where(day => day.Kind == CalendarDayKind.Workday),
            day => Assert.True(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Theory]
    [InlineData("2026-03-06", true)] // an ordinary Friday
    [InlineData("2026-03-07", false)] // an ordinary Saturday
    [InlineData("2026-02-14", true)] // a Saturday worked before Spring Festival
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)] // a Monday, last day of Spring Festival
    [InlineData("2026-02-24", true)]
    [InlineData("2026-09-20", true)] // a Sunday worked before Mid-Autumn
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-10", true)] // a Saturday worked after National Day
    public void A_day_is_worked_or_not_as_the_notice_says(string day, bool worked) =>
        Assert.Equal(worked, Calendar2026.IsWorkday(Day(day)));

    [Fact]
    public void A_year_without_a_table_follows_weekends_and_says_so()
    {
        Assert.True(Calendar2026.IsKnown(2026));
        Assert.False(Calendar2026.IsKnown(2027));
        Assert.True(Calendar2026.IsWorkday(Day("2027-01-01")));
        Assert.False(Calendar2026.IsWorkday(Day("2027-01-02")));
        Assert.False(Calendar2026.IsKnown(Day("2026-12-31"), Day("2027-01-01")));
        Assert.True(Calendar2026.IsKnown(Day("2026-01-01"), Day("2026-12-31")));
    }

    [Fact]
    public void A_day_named_twice_is_a_mistake_of_the_table() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(
            [new CalendarDay(Day("2026-10-10"), CalendarDayKind.Workday), new CalendarDay(Day("2026-10-10"), CalendarDayKind.Rest)], [2026]));

    [Fact]
    public void What_is_given_to_a_calendar_can_change_afterwards_without_changing_it()
    {
        var days = new List<CalendarDay> { new(Day("2026-03-06"), CalendarDayKind.Rest) };
        var calendar = new WorkingCalendar(days, [2026]);

        days.Clear();

        Assert.False(calendar.IsWorkday(Day("2026-03-06")));
    }

    [Theory]
    [InlineData("2026-02-13", "2026-02-13", "2026-02-14")] // Friday, then the worked Saturday
    [InlineData("2026-02-14", "2026-02-14", "2026-02-24")]
    [InlineData("2026-02-15", "2026-02-24", "2026-02-24")]
    [InlineData("2026-12-31", "2026-12-31", "2027-01-01")] // 2027 unknown: a Friday like any other
    public void The_same_or_the_next_working_day(string from, string same, string next)
    {
        Assert.Equal(Day(same), Calendar2026.SameOrNextWorkday(Day(from)));
        Assert.Equal(Day(next), Calendar2026.NextWorkday(Day(from)));
    }

    [Theory]
    [InlineData("2026-02-10", 0, "2026-02-10")]
    [InlineData("2026-02-10", 5, "2026-02-24")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-20", 1, "2026-02-24")] // received during the festival: the first day is the first working day
    [InlineData("2026-09-15", 5, "2026-09-21")]
    [InlineData("2026-09-30", 3, "2026-10-10")] // 8, 9 and the worked Saturday
    [InlineData("2026-12-30", 3, "2027-01-04")]
    public void Working_days_are_added_without_the_day_of_the_start(string from, int workdays, string last)
    {
        Assert.Equal(Day(last), Calendar2026.AddWorkdays(Day(from), workdays));
        Assert.Equal(workdays, Calendar2026.WorkdaysBetween(Day(from), Day(last)));
    }

    [Fact]
    public void The_age_of_a_waiting_item_stands_still_over_the_festival_and_is_never_negative()
    {
        Assert.Equal(1, Calendar2026.WorkdaysBetween(Day("2026-02-13"), Day("2026-02-23")));
        Assert.Equal(2, Calendar2026.WorkdaysBetween(Day("2026-02-13"), Day("2026-02-24")));
        Assert.Equal(0, Calendar2026.WorkdaysBetween(Day("2026-03-02"), Day("2026-03-02")));
        Assert.Equal(0, Calendar2026.WorkdaysBetween(Day("2026-03-05"), Day("2026-03-02")));
    }

    [Fact]
    public void Working_days_are_not_taken_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar2026.AddWorkdays(Day("2026-03-02"), -1));
}

using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class DeadlineComputationTests
{
    private static readonly CountingMode s_calendarNoRoll = CountingMode.NoticeDefault with { RollLastDay = false };
    private static readonly CountingMode s_workdays = CountingMode.NoticeDefault with { Unit = DeadlineUnit.Workdays };
    private static readonly CountingMode s_startCounted = s_calendarNoRoll with { ExcludeStartDay = false };

    [Theory]
    [InlineData("2026-03-02", "2026-03-07", "2026-03-09", "2026-03-09", "2026-03-06")]
    [InlineData("2026-03-03", "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-07")]
    [InlineData("2026-03-04", "2026-03-09", "2026-03-09", "2026-03-11", "2026-03-08")]
    [InlineData("2026-02-10", "2026-02-15", "2026-02-24", "2026-02-24", "2026-02-14")]
    [InlineData("2026-04-01", "2026-04-06", "2026-04-07", "2026-04-09", "2026-04-05")]
    [InlineData("2026-09-15", "2026-09-20", "2026-09-20", "2026-09-21", "2026-09-19")]
    [InlineData("2026-12-01", "2026-12-06", "2026-12-07", "2026-12-08", "2026-12-05")]
    public void Article_6_five_days_of_notice_in_every_way_of_counting(
        string published, string noRoll, string byDefault, string workdays, string startCounted)
    {
        Assert.Equal(Day(noRoll), Notice(published, s_calendarNoRoll).LastDay);
        Assert.Equal(Day(byDefault), Notice(published, CountingMode.NoticeDefault).LastDay);
        Assert.Equal(Day(workdays), Notice(published, s_workdays).LastDay);
        Assert.Equal(Day(startCounted), Notice(published, s_startCounted).LastDay);
    }

    // Counted by hand on the notices of the State Council: rest on 1–3 January 2026 with Sunday the 4th worked; 14 and 28 February, 9 May and 10 October worked. Of 2027 the test loads a New Year of three days, Friday to Sunday.
    [Theory]
    [InlineData("2025-12-26", "2025-12-31", "2025-12-31", "2026-01-05", "2025-12-30")] // 29, 30, 31 December, 4 and 5 January
    [InlineData("2025-12-27", "2026-01-01", "2026-01-04", "2026-01-05", "2025-12-31")] // New Year's Day rolls on to the worked Sunday
    [InlineData("2025-12-29", "2026-01-03", "2026-01-04", "2026-01-06", "2026-01-02")]
    [InlineData("2025-12-30", "2026-01-04", "2026-01-04", "2026-01-07", "2026-01-03")] // ends on the worked Sunday itself
    [InlineData("2026-02-14", "2026-02-19", "2026-02-24", "2026-02-28", "2026-02-18")] // over Spring Festival; the 28th is the fifth working day
    [InlineData("2026-02-25", "2026-03-02", "2026-03-02", "2026-03-03", "2026-03-01")] // with the worked Saturday between
    [InlineData("2026-04-29", "2026-05-04", "2026-05-06", "2026-05-09", "2026-05-03")] // Labour Day, 1–5 May; the worked Saturday is the fifth
    [InlineData("2026-05-06", "2026-05-11", "2026-05-11", "2026-05-12", "2026-05-10")]
    [InlineData("2026-06-15", "2026-06-20", "2026-06-22", "2026-06-23", "2026-06-19")] // Dragon Boat Festival, 19–21 June
    [InlineData("2026-09-21", "2026-09-26", "2026-09-28", "2026-09-29", "2026-09-25")] // Mid-Autumn, 25–27 September
    [InlineData("2026-09-28", "2026-10-03", "2026-10-08", "2026-10-10", "2026-10-02")] // National Day; the worked Saturday is the fifth
    [InlineData("2026-12-28", "2027-01-02", "2027-01-04", "2027-01-05", "2027-01-01")] // into a second year
    [InlineData("2026-12-31", "2027-01-05", "2027-01-05", "2027-01-08", "2027-01-04")]
    public void Article_6_five_days_of_notice_over_every_holiday_and_two_turns_of_the_year(
        string published, string noRoll, string byDefault, string workdays, string startCounted)
    {
        var calendar = new WorkingCalendar(
            [.. StatutoryHolidays.Of2026, .. Enumerable.Range(1, 3).Select(day => new CalendarDay(new DateOnly(2027, 1, day), CalendarDayKind.Rest))], [2025, 2026, 2027]);

        Assert.Equal(Day(noRoll), DeadlineComputation.ForNotice(Day(published), s_calendarNoRoll, calendar).LastDay);
        Assert.Equal(Day(byDefault), DeadlineComputation.ForNotice(Day(published), CountingMode.NoticeDefault, calendar).LastDay);
        Assert.Equal(Day(workdays), DeadlineComputation.ForNotice(Day(published), s_workdays, calendar).LastDay);
        Assert.Equal(Day(startCounted), DeadlineComputation.ForNotice(Day(published), s_startCounted, calendar).LastDay);
        Assert.True(DeadlineComputation.ForNotice(Day(published), CountingMode.NoticeDefault, calendar).CalendarKnown);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-04-29")]
    [InlineData("2026-09-23")]
    [InlineData("2026-12-30")]
    public void Working_days_never_end_before_the_default_reading(string published) =>
        Assert.True(Notice(published, s_workdays).LastDay >= Notice(published, CountingMode.NoticeDefault).LastDay);

    [Fact]
    public void A_notice_published_on_a_day_off_may_count_from_the_next_working_day()
    {
        var counted = Notice("2026-03-07", s_workdays with { ExcludeStartDay = false });

        Assert.Equal(Day("2026-03-13"), counted.LastDay); // Monday to Friday
        Assert.True(counted.StartDayCounted);
    }

    [Fact]
    public void The_demonstration_notices_end_on_the_days_they_print()
    {
        Assert.Equal(Day("2026-11-16"), Notice("2026-11-09", CountingMode.NoticeDefault).LastDay);
        Assert.Equal(Day("2026-11-24"), Notice("2026-11-19", CountingMode.NoticeDefault).LastDay);
    }

    [Fact]
    public void The_computation_says_where_it_would_have_ended_and_over_which_days_it_rolled()
    {
        var notice = Notice("2026-02-10", CountingMode.NoticeDefault);

        Assert.Equal((5, DeadlineUnit.CalendarDays, false), (notice.Days, notice.Unit, notice.StartDayCounted));
        Assert.Equal(Day("2026-02-15"), notice.RawLastDay);
        Assert.True(notice.Rolled);
        Assert.Equal(Enumerable.Range(15, 9).Select(day => new DateOnly(2026, 2, day)), notice.DaysOffSkipped);
        Assert.True(notice.CalendarKnown);
        Assert.Equal(Day("2026-02-25"), notice.FirstDayAfter);
    }

    [Fact]
    public void Counting_working_days_says_which_days_it_left_out()
    {
        var limit = DeadlineComputation.ForWorkdayLimit(Day("2026-09-29"), 3, Calendar2026);

        Assert.Equal(Day("2026-10-09"), limit.LastDay);
        Assert.Equal(Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day)), limit.DaysOffSkipped);
        Assert.False(limit.Rolled);
    }

    [Theory]
    [InlineData("2026-03-02", 30, "2026-04-01")] // a Wednesday: nothing to roll
    [InlineData("2026-03-05", 30, "2026-04-07")] // 04-04, first day of Qingming
    [InlineData("2026-01-15", 30, "2026-02-14")] // a Saturday that is worked
    [InlineData("2026-01-16", 30, "2026-02-24")] // first day of Spring Festival
    [InlineData("2026-01-24", 30, "2026-02-24")] // its last day, a Monday
    [InlineData("2026-01-25", 30, "2026-02-24")] // the day after
    [InlineData("2026-01-29", 30, "2026-02-28")] // a worked Saturday at the end of February
    [InlineData("2026-08-21", 30, "2026-09-20")] // a worked Sunday
    [InlineData("2026-09-01", 30, "2026-10-08")] // National Day
    [InlineData("2026-09-10", 30, "2026-10-10")] // the worked Saturday after it
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday, due Saturday, so Monday
    [InlineData("2026-12-01", 30, "2026-12-31")] // year end, a Thursday
    [InlineData("2026-12-03", 30, "2027-01-04")] // 2027-01-02, a Saturday
    [InlineData("2028-01-30", 30, "2028-02-29")] // leap day, a Tuesday
    public void Article_14_a_rectification_counts_calendar_days_and_never_ends_on_a_day_off(string ordered, int days, string last)
    {
        var rectification = DeadlineComputation.ForRectification(Day(ordered), days, Calendar2026);

        Assert.Equal(Day(last), rectification.LastDay);
        Assert.Equal(Day(last), rectification.Deadline.On);
        Assert.Equal(Day(ordered).AddDays(days), rectification.RawLastDay);
        Assert.Equal(rectification.LastDay.DayNumber - rectification.RawLastDay.DayNumber, rectification.DaysOffSkipped.Count);
    }

    [Theory]
    [InlineData("2026-12-01", true)] // ends 2026-12-31
    [InlineData("2026-12-02", false)] // ends 2027-01-01, which is a holiday nobody has published yet
    public void An_end_in_a_year_without_a_table_is_marked(string ordered, bool known) =>
        Assert.Equal(known, DeadlineComputation.ForRectification(Day(ordered), 30, Calendar2026).CalendarKnown);

    [Fact]
    public void Years_that_a_computation_need_not_look_at_do_not_make_it_doubtful()
    {
        var rectification = DeadlineComputation.ForRectification(Day("2025-12-20"), 30, Calendar2026);

        Assert.Equal(Day("2026-01-19"), rectification.LastDay);
        Assert.True(rectification.CalendarKnown);
        Assert.True(DeadlineComputation.ForCalendarLimit(Day("2030-01-01"), 60).CalendarKnown);
    }

    [Theory]
    [InlineData("2026-11-20", 3, "2026-11-25", true)]
    [InlineData("2026-02-13", 3, "2026-02-25", true)]
    [InlineData("2026-12-25", 10, "2027-01-08", false)]
    public void A_limit_in_working_days_leaves_out_the_day_of_the_start(string from, int days, string last, bool known)
    {
        var limit = DeadlineComputation.ForWorkdayLimit(Day(from), days, Calendar2026);

        Assert.Equal(Day(last), limit.LastDay);
        Assert.Equal(known, limit.CalendarKnown);
    }

    [Fact]
    public void An_internal_limit_in_calendar_days_does_not_roll()
    {
        var limit = DeadlineComputation.ForCalendarLimit(Day("2026-03-04"), 60);

        Assert.Equal(Day("2026-05-03"), limit.LastDay);
        Assert.Empty(limit.DaysOffSkipped);
    }

    [Fact]
    public void A_period_of_no_days_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineComputation.ForRectification(Day("2026-03-04"), 0, Calendar2026));

    [Theory]
    [MemberData(nameof(CultureScope.Cultures), MemberType = typeof(CultureScope))]
    public void The_language_of_the_server_moves_no_deadline(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal(new DateOnly(2026, 2, 24), Notice("2026-02-10", CountingMode.NoticeDefault).LastDay);
        Assert.Equal(new DateOnly(2027, 2, 28), Term.Of(new DateOnly(2024, 2, 29)).End);
        Assert.Equal(25, AgeInYears.On(new DateOnly(2025, 3, 1), new DateOnly(2000, 2, 29)));
    }

    private static DeadlineComputation Notice(string published, CountingMode mode) =>
        DeadlineComputation.ForNotice(Day(published), mode, Calendar2026);
}

using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class TermTests
{
    [Theory]
    [InlineData("2023-04-23", "2026-04-22", "2026-04-23")]
    [InlineData("2024-02-29", "2027-02-28", "2027-02-28")]
    [InlineData("2023-05-08", "2026-05-07", "2026-05-08")]
    [InlineData("2023-12-18", "2026-12-17", "2026-12-18")]
    [InlineData("2025-03-01", "2028-02-29", "2028-03-01")] // the eve of 1 March in a leap year
    [InlineData("2024-02-28", "2027-02-27", "2027-02-28")]
    [InlineData("2024-01-01", "2026-12-31", "2027-01-01")]
    [InlineData("2028-02-29", "2031-02-28", "2031-02-28")]
    [InlineData("2025-02-28", "2028-02-27", "2028-02-28")]
    [InlineData("2026-03-01", "2029-02-28", "2029-03-01")]
    [InlineData("2026-12-31", "2029-12-30", "2029-12-31")]
    [InlineData("2026-11-23", "2029-11-22", "2029-11-23")]
    public void Article_17_a_term_is_three_years(string start, string dayBefore, string anniversary)
    {
        Assert.Equal(Day(dayBefore), Term.Of(Day(start)).End);
        Assert.Equal(Day(anniversary), Term.Of(Day(start), TermEndRule.OnAnniversary).End);
    }

    [Fact]
    public void Both_ends_are_in_office_and_the_days_around_them_are_not()
    {
        var term = Term.Of(Day("2023-05-08"));

        Assert.False(term.Contains(Day("2023-05-07")));
        Assert.True(term.Contains(Day("2023-05-08")));
        Assert.True(term.Contains(Day("2026-05-07")));
        Assert.False(term.Contains(Day("2026-05-08")));
        Assert.Equal(0, term.DaysLeft(Day("2026-05-07")));
        Assert.Equal(-1, term.DaysLeft(Day("2026-05-08")));
        Assert.Equal(24, Term.Of(Day("2023-12-18")).DaysLeft(Day("2026-11-23")));
        Assert.Equal(Day("2026-05-08"), term.FirstDayAfter);
    }

    [Fact]
    public void A_reappointment_begins_the_day_after_and_does_not_overlap()
    {
        var first = Term.Of(Day("2023-05-08"));
        var second = Term.Of(first.FirstDayAfter);

        Assert.False(first.Overlaps(second));
        Assert.False(second.Overlaps(first));
        Assert.True(first.Overlaps(new Term(first.End, first.End)));
        Assert.True(first.Overlaps(first));
        Assert.True(new Term(Day("2020-01-01"), Day("2030-01-01")).Overlaps(first));
    }

    [Theory]
    [InlineData("2026-07-02", 2026, 183)] // D24 of the demonstration
    [InlineData("2023-05-08", 2026, 127)]
    [InlineData("2023-05-08", 2024, 366)]
    [InlineData("2023-05-08", 2022, 0)]
    [InlineData("2023-05-08", 2027, 0)]
    public void Days_in_office_are_counted_within_the_calendar_year(string start, int year, int days) =>
        Assert.Equal(days, Term.Of(Day(start)).DaysIn(year));

    [Fact]
    public void A_term_does_not_end_before_it_begins()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Term(Day("2026-01-02"), Day("2026-01-01")));
        Assert.Equal(1, new Term(Day("2026-01-01"), Day("2026-01-01")).Days);
    }
}

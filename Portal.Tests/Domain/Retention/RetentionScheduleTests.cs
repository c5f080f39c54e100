using Portal.Domain.Retention;

namespace Portal.Tests.Domain.Retention;

public sealed class RetentionScheduleTests
{
    [Fact]
    public void Every_class_has_one_line()
    {
        var lines = RetentionSchedule.Of(new RetentionPeriods());

        Assert.Equal(Enum.GetValues<RetentionClass>(), lines.Select(l => l.Class).Order());
    }

    [Theory]
    [InlineData(30, RetentionUnit.Days, "2026-11-23", "2026-10-24")]
    [InlineData(0, RetentionUnit.Days, "2026-11-23", "2026-11-23")]
    [InlineData(36, RetentionUnit.Months, "2026-11-23", "2023-11-23")]
    [InlineData(1, RetentionUnit.Months, "2026-03-31", "2026-02-28")]
    [InlineData(6, RetentionUnit.Months, "2028-08-31", "2028-02-29")]
    [InlineData(5, RetentionUnit.Years, "2033-02-28", "2028-02-28")]
    [InlineData(1, RetentionUnit.Years, "2028-02-29", "2027-02-28")]
    public void What_counts_from_an_earlier_day_is_due(int count, RetentionUnit unit, string today, string dueBefore)
    {
        Assert.Equal(Day(dueBefore), new RetentionPeriod(count, unit).DueBefore(Day(today)));
    }

    [Fact]
    public void What_is_due_stays_due()
    {
        var period = new RetentionPeriod(36, RetentionUnit.Months);
        var day = new DateOnly(2027, 1, 1);
        for (var i = 0; i < 1_500; i++, day = day.AddDays(1))
        {
            Assert.True(period.DueBefore(day.AddDays(1)) >= period.DueBefore(day));
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Portal.Domain.Rules;
using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Time;

public sealed class AgeInYearsTests
{
    [Theory]
    [InlineData("2001-03-02", "2026-03-02", 25, 24)]
    [InlineData("2001-03-03", "2026-03-02", 24, 24)]
    [InlineData("1956-03-02", "2026-03-02", 70, 69)]
    [InlineData("1955-03-03", "2026-03-02", 70, 70)]
    [InlineData("1955-03-02", "2026-03-02", 71, 70)]
    [InlineData("2000-02-29", "2025-02-28", 24, 24)]
    [InlineData("2000-02-29", "2025-03-01", 25, 24)]
    [InlineData("2000-02-29", "2025-03-02", 25, 25)]
    [InlineData("2000-02-29", "2028-02-29", 28, 27)]
    [InlineData("2000-12-31", "2025-12-31", 25, 24)]
    [InlineData("2000-12-31", "2026-01-01", 25, 25)]
    [InlineData("2001-11-23", "2026-11-23", 25, 24)] // C01 of the demonstration, the lower edge
    [InlineData("2001-11-24", "2026-11-23", 24, 24)]
    [InlineData("1955-11-24", "2026-11-23", 70, 70)]
    [InlineData("1955-11-23", "2026-11-23", 71, 70)]
    public void Completed_years_under_both_ways_of_counting(string born, string on, int onBirthday, int dayAfter)
    {
        Assert.Equal(onBirthday, AgeInYears.On(Day(on), Day(born)));
        Assert.Equal(dayAfter, AgeInYears.On(Day(on), Day(born), AgeCountRule.DayAfterBirthday));
    }

    [Theory]
    [InlineData("2001-03-02", AgeCountRule.OnBirthday, true)]
    [InlineData("2001-03-02", AgeCountRule.DayAfterBirthday, false)]
    [InlineData("2001-03-03", AgeCountRule.OnBirthday, false)]
    [InlineData("1956-03-02", AgeCountRule.OnBirthday, true)]
    [InlineData("1955-03-03", AgeCountRule.OnBirthday, true)]
    [InlineData("1955-03-03", AgeCountRule.DayAfterBirthday, true)]
    [InlineData("1955-03-02", AgeCountRule.OnBirthday, false)]
    public void Article_5_twenty_five_and_seventy_are_both_within(string born, AgeCountRule rule, bool within) =>
        Assert.Equal(within, AgeInYears.On(Day("2026-03-02"), Day(born), rule) is >= RegulationFigures.MinimumAge and <= RegulationFigures.MaximumAge);
}

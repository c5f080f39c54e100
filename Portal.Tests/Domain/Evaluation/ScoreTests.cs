using Portal.Domain.Evaluation;
using Portal.Tests.Domain.Time;

namespace Portal.Tests.Domain.Evaluation;

public sealed class ScoreTests
{
    [Theory]
    [InlineData("59.625", 59_63)] // the even neighbour would be 59.62
    [InlineData("59.624999", 59_62)]
    [InlineData("0.005", 1)]
    [InlineData("-0.005", -1)]
    [InlineData("100", 100_00)]
    [InlineData("74.995", 75_00)]
    public void Halves_are_rounded_away_from_zero(string points, int hundredths) =>
        Assert.Equal(hundredths, Score.Of(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)).Hundredths);

    [Fact]
    public void Scores_compare_by_their_hundredths()
    {
        Assert.True(new Score(91_25) > new Score(91_24));
        Assert.True(new Score(91_25) >= new Score(91_25));
        Assert.True(new Score(9_99) < new Score(10_00));
        Assert.True(new Score(9_99) <= new Score(9_99));
        Assert.Equal(59.63m, new Score(59_63).Points);
    }

    [Theory]
    [MemberData(nameof(CultureScope.Cultures), MemberType = typeof(CultureScope))]
    public void A_score_is_written_the_same_way_in_logs_everywhere(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal("91.20", new Score(91_20).ToString());
        Assert.Equal("-4.50", new Score(-4_50).ToString());
    }
}

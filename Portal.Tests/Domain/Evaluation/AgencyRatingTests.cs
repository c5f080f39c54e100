using Portal.Domain.Evaluation;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Time;

namespace Portal.Tests.Domain.Evaluation;

public sealed class AgencyRatingTests
{
    private static readonly AgencyRatingForm[] s_forms =
    [
        new(new AgencyRatingMarks(4, 4, 5, 3, 4)),
        new(new AgencyRatingMarks(5, 5, 5, 4, 5)),
        new(new AgencyRatingMarks(3, 4, 3, 3, 2)),
    ];

    [Theory]
    [MemberData(nameof(CultureScope.Cultures), MemberType = typeof(CultureScope))]
    public void The_example_of_three_forms_is_78_67_and_too_small_a_sample(string culture)
    {
        using var scope = new CultureScope(culture);

        var rating = AgencyRatingScore.Of(s_forms, minimumRaters: 5);

        Assert.Equal([80m, 96m, 60m], s_forms.Select(form => form.Marks.FormScore));
        Assert.Equal(new Score(78_67), rating.Score);
        Assert.Equal((3, false), (rating.Raters, rating.Sufficient));
        Assert.Equal(4.33m, rating.Means[RatingDimension.FundSafety]);
        Assert.Equal(3.67m, rating.Means[RatingDimension.OpennessAndPrivacy]);
    }

    [Fact]
    public void Article_11_the_form_of_who_is_recused_afterwards_does_not_count()
    {
        var rating = AgencyRatingScore.Of([.. s_forms[..2], s_forms[2] with { RaterRecused = true }], minimumRaters: 3);

        Assert.Equal(new Score(88_00), rating.Score);
        Assert.Equal((2, false), (rating.Raters, rating.Sufficient));
    }

    [Fact]
    public void Enough_forms_are_as_many_as_the_office_asks_for()
    {
        Assert.True(AgencyRatingScore.Of(s_forms, minimumRaters: 3).Sufficient);
        Assert.False(AgencyRatingScore.Of(s_forms, minimumRaters: 4).Sufficient);
    }

    [Fact]
    public void Without_forms_there_is_no_score()
    {
        var rating = AgencyRatingScore.Of([], minimumRaters: 0);

        Assert.Null(rating.Score);
        Assert.False(rating.Sufficient);
        Assert.Empty(rating.Means);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_mark_is_one_to_five(int mark)
    {
        var marks = new AgencyRatingMarks(5, 5, mark, 5, 5);

        Assert.Equal("Evaluation_MarkIsOffTheScale", marks.WhyNotSubmit()?.Code);
        Assert.Throws<RuleViolationException>(() => AgencyRatingScore.Of([new AgencyRatingForm(marks)], minimumRaters: 1));
        Assert.Null(new AgencyRatingMarks(1, 5, 1, 5, 1).WhyNotSubmit());
    }

    [Fact]
    public void Agencies_of_equal_score_share_a_rank_and_too_small_a_sample_has_none()
    {
        var ranking = AgencyRanking.Of(
        [
            new("AG03", Rated(3, raters: 5)),
            new("AG02", Rated(4, raters: 6)),
            new("AG16", Rated(5, raters: 3)),
            new("AG01", Rated(4, raters: 5)),
        ]);

        Assert.Equal([("AG01", 1), ("AG02", 1), ("AG03", 3), ("AG16", null)], ranking.Select(ranked => (ranked.Agency, ranked.Rank)));
    }

    private static AgencyRatingScore Rated(int mark, int raters) =>
        AgencyRatingScore.Of(Enumerable.Repeat(new AgencyRatingForm(new AgencyRatingMarks(mark, mark, mark, mark, mark)), raters), minimumRaters: 5);
}

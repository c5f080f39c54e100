using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Dashboards.Leadership;

namespace Portal.Tests.Features.Dashboards.Leadership;

public sealed class YearFiguresTests
{
    [Theory]
    [InlineData(new[] { 7 }, 7.0, 7)]
    [InlineData(new[] { 9, 1, 5 }, 5.0, 9)]
    [InlineData(new[] { 4, 1, 8, 3 }, 3.5, 8)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5.5, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 6.0, 10)]
    public void Median_and_ninetieth_percentile_of_odd_and_even_counts(int[] days, double median, int ninetieth)
    {
        Assert.Equal(new FeedbackDays(days.Length, (decimal)median, ninetieth), FeedbackDays.Of(days));
    }

    [Fact]
    public void Nothing_answered_has_no_median_rather_than_zero() => Assert.Equal(new FeedbackDays(0, null, null), FeedbackDays.Of([]));

    [Fact]
    public void A_rate_of_nothing_is_not_zero_percent()
    {
        Assert.Null(RectificationCount.None.OnTimePercent);
        Assert.Null(new ParticipationCount(SourceCategory.GrassrootsWorker, 0, 0, 0).Rate);
    }

    [Fact]
    public void Attending_in_part_is_half_and_a_half_percent_rounds_up()
    {
        Assert.Equal(63, new ParticipationCount(SourceCategory.GrassrootsWorker, 8, 4, 2).Rate);
        Assert.Equal(67, new RectificationCount(2, 1, 0, 9).OnTimePercent);
    }

    [Theory]
    [InlineData(FindingState.Registered, FindingConclusion.Substantiated, false, FindingOutcome.Open)]
    [InlineData(FindingState.Verified, FindingConclusion.PartlySubstantiated, false, FindingOutcome.Substantiated)]
    [InlineData(FindingState.RectificationOrdered, null, false, FindingOutcome.Substantiated)]
    [InlineData(FindingState.Closed, FindingConclusion.NotSubstantiated, false, FindingOutcome.NotSubstantiated)]
    [InlineData(FindingState.SuggestionNoted, FindingConclusion.SuggestionNoted, false, FindingOutcome.Suggestion)]
    [InlineData(FindingState.FedBack, null, true, FindingOutcome.Transferred)]
    [InlineData(FindingState.FedBack, null, false, FindingOutcome.Other)]
    [InlineData(FindingState.Merged, null, false, FindingOutcome.Other)]
    public void Each_finding_is_in_one_family_of_outcomes(FindingState state, FindingConclusion? conclusion, bool transferred, FindingOutcome outcome) =>
        Assert.Equal(outcome, FindingOutcomes.Of(state, conclusion, transferred));

    [Fact]
    public void Scores_fall_into_bands_of_ten_and_full_marks_into_the_last()
    {
        ScoredYear[] scores =
        [
            Scored(1, 100_00, EvaluationGrade.Excellent), Scored(2, 90_00, EvaluationGrade.Excellent), Scored(3, 89_99, EvaluationGrade.Good),
            Scored(null, 0, EvaluationGrade.NeedsImprovement), Scored(12, 61_00, EvaluationGrade.Qualified),
        ];

        var figures = RankingFigures.Of(2026, scores);

        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 0, 1, 2], figures.ByTens);
        Assert.Equal([2, 1, 1, 1], figures.ByGrade);
        Assert.Equal(4, figures.Ranked);
        Assert.Equal(5, figures.Scored);
        Assert.Equal([1, 2, 3], figures.First.Select(s => s.Rank));
    }

    private static ScoredYear Scored(int? rank, int hundredths, EvaluationGrade grade) =>
        new(PersonId.New(), "示例", SourceCategory.PublicRepresentative, rank, new Score(hundredths), grade);
}

using Portal.Domain.Evaluation;

namespace Portal.Tests.Domain.Evaluation;

public sealed class RankingTests
{
    [Fact]
    public void Equal_merit_shares_a_rank_and_the_next_one_skips() =>
        Assert.Equal(
            [1, 2, 3, 3, 5],
            Ranking.Of([Entry("01", 90), Entry("02", 95), Entry("03", 80), Entry("04", 80), Entry("05", 70)]).Select(ranked => ranked.Rank));

    [Fact]
    public void A_tie_is_shown_in_the_order_of_the_supervisors_numbers() =>
        Assert.Equal(["03", "07", "11"], Numbers(Ranking.Of([Entry("11", 90), Entry("03", 90), Entry("07", 90)])));

    [Fact]
    public void At_equal_totals_output_decides_then_participation_then_fewer_deductions()
    {
        var ranking = Ranking.Of(
        [
            Entry("01", 90) with { OutputRatio = 0.8m, ParticipationRatio = 0.9m, Deducted = 0.5m },
            Entry("02", 90) with { OutputRatio = 0.8m, ParticipationRatio = 0.9m, Deducted = 0.25m },
            Entry("03", 90) with { OutputRatio = 0.8m, ParticipationRatio = 1m, Deducted = 0.5m },
            Entry("04", 90) with { OutputRatio = 0.9m, ParticipationRatio = 0m, Deducted = 1m },
            Entry("05", 91) with { OutputRatio = 0m, ParticipationRatio = 0m, Deducted = 1m },
        ]);

        Assert.Equal(["05", "04", "03", "02", "01"], Numbers(ranking));
        Assert.Equal([1, 2, 3, 4, 5], ranking.Select(ranked => ranked.Rank));
    }

    [Fact]
    public void Who_is_not_to_be_ranked_stands_after_the_others_with_every_reason()
    {
        var ranking = Ranking.Of(
        [
            Entry("02", 100) with { Unranked = [UnrankedReason.InsufficientService, UnrankedReason.InsufficientInvitations] },
            Entry("01", 99) with { Unranked = [UnrankedReason.CommendationBarred] },
            Entry("03", 10),
        ]);

        Assert.Equal(["03", "01", "02"], Numbers(ranking));
        Assert.Equal([1, null, null], ranking.Select(ranked => ranked.Rank));
    }

    [Fact]
    public void Nobody_to_rank_is_no_mistake() => Assert.Empty(Ranking.Of([]));

    [Theory]
    [InlineData(null, new[] { "01", "02", "03", "04" }, new string[0])]
    [InlineData(4, new[] { "01", "02", "03", "04" }, new string[0])]
    [InlineData(9, new[] { "01", "02", "03", "04" }, new string[0])]
    [InlineData(1, new[] { "01" }, new string[0])]
    [InlineData(2, new[] { "01", "02", "03" }, new[] { "02", "03" })]
    [InlineData(3, new[] { "01", "02", "03" }, new string[0])] // the tie fits
    [InlineData(0, new string[0], new string[0])]
    public void Article_16_places_that_cut_a_tie_show_all_who_are_tied(int? places, string[] listed, string[] tied)
    {
        var ranking = Ranking.Of([Entry("01", 99), Entry("02", 95), Entry("03", 95), Entry("04", 92)]);

        var shortlist = CommendationShortlist.Of(ranking, EvaluationScheme.Default, places);

        Assert.Equal(listed, Numbers(shortlist.Supervisors));
        Assert.Equal(tied, Numbers(shortlist.TiedAtTheCut));
    }

    [Fact]
    public void Article_16_commendation_takes_a_rank_the_highest_grade_and_half_the_output()
    {
        var ranking = Ranking.Of(
        [
            Entry("01", 99) with { OutputRatio = 0.5m },
            Entry("02", 98) with { OutputRatio = 0.499999m },
            Entry("03", 97) with { Grade = EvaluationGrade.Good },
            Entry("04", 96) with { Unranked = [UnrankedReason.InsufficientService] },
        ]);

        Assert.Equal(["01"], Numbers(CommendationShortlist.Of(ranking, EvaluationScheme.Default).Supervisors));
    }

    [Fact]
    public void There_are_no_fewer_places_than_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CommendationShortlist.Of([], EvaluationScheme.Default, -1));

    private static RankingEntry Entry(string number, int total) =>
        new(number, new Score(total * 100), OutputRatio: 1m, ParticipationRatio: 1m, Deducted: 0m, EvaluationGrade.Excellent, []);

    private static IEnumerable<string> Numbers(IEnumerable<RankedSupervisor> ranking) => ranking.Select(ranked => ranked.Entry.SupervisorNumber);
}

using Portal.Domain.Evaluation;
using Portal.Tests.Domain.Time;
using static Portal.Domain.Evaluation.EvaluationComponent;

namespace Portal.Tests.Domain.Evaluation;

/// <summary>The worked examples of the scoring proposal, in every language a server may speak.</summary>
public sealed class WorkedExampleTests
{
    private static readonly (string Name, double?[] Ratios, int Total, EvaluationGrade Grade)[] s_examples =
    [
        ("S1", [1, 1, 1, 1, 1], 100_00, EvaluationGrade.Excellent),
        ("S2", [0.7, 0.375, 0.666667, 0.8, 0.75], 59_63, EvaluationGrade.NeedsImprovement),
        ("S3", [1, 0.747951, 1, 1, 1], 91_18, EvaluationGrade.Excellent),
        ("S5", [null, 0.5, null, null, 1], 61_11, EvaluationGrade.Qualified),
        ("S6", [1, 0.75, 1, 1, 1], 91_25, EvaluationGrade.Excellent),
        ("S8", [1, 0.75, 1, 1, 1], 91_25, EvaluationGrade.Excellent),
        ("S9", [1, 1, 1, 1, 0], 90_00, EvaluationGrade.NeedsImprovement),
    ];

    public static TheoryData<string, string> Examples => new(
        from example in s_examples
        from culture in CultureScope.Cultures
        select (example.Name, (string)culture));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_score_is_the_one_worked_out_on_paper(string name, string culture)
    {
        using var scope = new CultureScope(culture);
        var (_, ratios, total, grade) = s_examples.Single(example => example.Name == name);

        var result = EvaluationCalculator.Calculate(Years.Of(name), EvaluationScheme.Default);

        Assert.Equal(ratios.Select(ratio => (decimal?)ratio), result.Components.Select(component => component.Ratio));
        Assert.Equal(new Score(total), result.Total);
        Assert.Equal(grade, result.Grade);
        Assert.Equal($"{total / 100}.{total % 100:00}", result.Total.ToString());
    }

    [Theory]
    [MemberData(nameof(CultureScope.Cultures), MemberType = typeof(CultureScope))]
    public void The_ranks_are_the_ones_worked_out_on_paper(string culture)
    {
        using var scope = new CultureScope(culture);

        var ranking = Ranking.Of(s_examples.Select(example =>
            RankingEntry.Of(example.Name, EvaluationCalculator.Calculate(Years.Of(example.Name), EvaluationScheme.Default))));

        Assert.Equal(
            [("S1", 1), ("S6", 2), ("S8", 2), ("S3", 4), ("S2", 5), ("S5", null), ("S9", null)],
            ranking.Select(ranked => (ranked.Entry.SupervisorNumber, ranked.Rank)));
    }

    [Fact]
    public void S5_is_not_ranked_because_the_department_invited_to_nothing()
    {
        var result = EvaluationCalculator.Calculate(Years.S5, EvaluationScheme.Default);

        Assert.Equal([UnrankedReason.InsufficientInvitations], result.Unranked);
        Assert.Equal(77.777778m, result[Output].EffectiveWeight); // 35 of the 45 that apply
        Assert.Equal(0m, result[Participation].EffectiveWeight);
        Assert.Equal(100m, result.Components.Sum(component => component.EffectiveWeight));
    }

    [Fact]
    public void S9_is_barred_and_its_grade_does_not_follow_its_points()
    {
        var result = EvaluationCalculator.Calculate(Years.S9, EvaluationScheme.Default);

        Assert.Equal([UnrankedReason.CommendationBarred], result.Unranked);
        Assert.True(result.GradeLowered);
    }

    [Fact]
    public void Every_term_of_the_formula_is_in_the_result()
    {
        var result = EvaluationCalculator.Calculate(Years.S2, EvaluationScheme.Default);

        Assert.Equal((3.5m, 5m), (result[Participation].Attained, result[Participation].Required));
        Assert.Equal((3m, 8m), (result[Output].Attained, result[Output].Required));
        Assert.Equal((2m, 3m), (result[Training].Attained, result[Training].Required));
        Assert.Equal([21m, 13.125m, 10.000005m, 8m, 7.5m], result.Components.Select(component => component.Points));
        Assert.Equal(result.Calculated, Score.Of(result.Components.Sum(component => component.Points)));
        Assert.Equal(0.25m, result.Deducted);
        Assert.Equal(5, result.MandatoryDue);
        Assert.Contains(new ScoredItem("activity 5", ItemTreatment.NotDue, 0m), result[Participation].Items);
        Assert.Contains(new ScoredItem("minor", ItemTreatment.Deducted, 0.25m), result[Discipline].Items);
    }

    [Fact]
    public void S3_shows_the_part_of_the_year_in_office()
    {
        var result = EvaluationCalculator.Calculate(Years.S3, EvaluationScheme.Default);

        Assert.Equal(0.501370m, result.ServiceFraction);
        Assert.Equal(4.010959m, result[Output].Required);
        Assert.Empty(result.Unranked); // 183 days are enough
    }
}

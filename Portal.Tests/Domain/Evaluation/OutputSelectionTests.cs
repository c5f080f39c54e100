using Portal.Domain.Evaluation;

namespace Portal.Tests.Domain.Evaluation;

public sealed class OutputSelectionTests
{
    [Fact]
    public void Only_the_best_five_count_so_that_thirty_small_ones_earn_no_more()
    {
        Assert.Equal(5m, PointsOf(Years.Outputs([.. Enumerable.Repeat(1, 30)])));
        Assert.Equal(4m + 3m + 2m + 2m + 1m, PointsOf(Years.Outputs(1, 2, 3, 4, 2, 1, 0)));
    }

    [Fact]
    public void Two_routine_reports_count_and_further_ones_are_shown_as_beyond_the_limit()
    {
        var output = Calculate([.. Years.Outputs(3, 2, 2), .. Years.Routine(1, 1, 1)]);

        Assert.Equal(9m, output.Attained);
        Assert.Equal(ItemTreatment.BeyondRoutineLimit, Assert.Single(output.Items, item => item.Treatment != ItemTreatment.Counted).Treatment);
    }

    [Fact]
    public void Routine_reports_alone_are_worth_two() => Assert.Equal(2m, PointsOf(Years.Routine(1, 1, 1, 1, 1, 1)));

    [Fact]
    public void A_report_takes_no_place_from_a_finding_of_equal_worth()
    {
        var output = Calculate([new OutputFact("a report", OutputGrade.R2, Routine: true), .. Years.Outputs(2, 2, 2, 2, 2)]);

        Assert.Equal(10m, output.Attained);
        Assert.Equal("a report", Assert.Single(output.Items, item => item.Treatment == ItemTreatment.BeyondBestOutputs).Reference);
    }

    [Theory]
    [InlineData(OutputGrade.R4, false, DuplicateKind.None, "4")]
    [InlineData(OutputGrade.R4, true, DuplicateKind.None, "2")]
    [InlineData(OutputGrade.R3, false, DuplicateKind.WithMaterialEvidence, "1.5")]
    [InlineData(OutputGrade.R3, true, DuplicateKind.WithMaterialEvidence, "0.75")]
    [InlineData(OutputGrade.R4, false, DuplicateKind.WithoutMaterialEvidence, "0")]
    [InlineData(OutputGrade.R0, false, DuplicateKind.None, "0")]
    public void Help_and_repetition_are_worth_less(OutputGrade grade, bool coReporter, DuplicateKind duplicate, string points) =>
        Assert.Equal(
            decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture),
            PointsOf(new OutputFact("finding", grade, Routine: false, coReporter, duplicate)));

    [Fact]
    public void What_is_worth_less_for_being_shared_stands_back_for_what_is_worth_more()
    {
        var output = Calculate([new OutputFact("shared", OutputGrade.R3, CoReporter: true), .. Years.Outputs(2, 2, 2, 2, 2)]);

        Assert.Equal(10m, output.Attained);
        Assert.Equal("shared", output.Items[^1].Reference);
    }

    private static decimal PointsOf(params OutputFact[] outputs) => Calculate(outputs).Attained;

    private static ComponentScore Calculate(OutputFact[] outputs) =>
        EvaluationCalculator.Calculate(Years.Empty with { Outputs = outputs }, EvaluationScheme.Default)[EvaluationComponent.Output];
}

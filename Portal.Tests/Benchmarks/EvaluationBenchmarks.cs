using Portal.Data.Evaluations;

namespace Portal.Tests.Benchmarks;

/// <summary>A year of 2,000 supervisors, from their rows to their ranks (at most 5 s).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class EvaluationBenchmarks(LargeCity city)
{
    [Fact(Explicit = true)]
    public async Task Evaluation_of_a_year()
    {
        var evaluation = new YearOfEvaluation(city.Office);
        var last = LargeOffice.Today.Year - 1;
        Measure.Print("Evaluation of a full year, 2,000 supervisors", await Measure.MedianAsync(() => evaluation.TakeAsync(last, LargeOffice.Today, TestContext.Current.CancellationToken)), 5_000);
    }
}

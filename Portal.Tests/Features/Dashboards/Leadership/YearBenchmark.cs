using Portal.Data.Recusals;
using Portal.Features.Dashboards.Leadership;
using Portal.Tests.Benchmarks;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Dashboards.Leadership;

/// <summary>Leadership's year in a large city (performance.md: recount of a snapshot at most 250 ms).</summary>
public sealed class YearBenchmark
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_recount_of_the_year()
    {
        foreach (var findings in new[] { 10_000, 100_000 })
        {
            using var office = new LargeOffice(findings);
            var query = new YearSnapshotQuery(office.Db, OfficeClock.At(LargeOffice.Today));
            var recused = new RecusedFrom([office.SomeAgency], [], []);
            Measure.Print("leadership: recount of the year", await Measure.MedianAsync(() => query.TakeAsync(Stop)), 250, $"{findings:N0} findings");
            Measure.Print("leadership: the same for a reader who is recused", await Measure.MedianAsync(() => query.TakeAsync(recused, Stop)), 250, $"{findings:N0} findings");
        }
    }
}

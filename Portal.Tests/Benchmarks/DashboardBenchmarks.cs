using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Data.Recusals;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Dashboards.Supervisor;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>The recount of every snapshot after a save (at most 250 ms), and how it grows with the register. The clock stands still, so that nothing is taken from an earlier count.</summary>
[Collection(CityBenchmarks.Name)]
public sealed class DashboardBenchmarks(LargeCity city)
{
    private const double Must = 250;
    private const double MustGrow = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Recount_of_the_snapshots()
    {
        var reader = new RecusedFrom([city.Office.SomeAgency], [], []);
        var desk = Desk(city.Office);
        var year = Year(city.Office);
        var ranking = new RankingSnapshotQuery(new YearOfEvaluation(city.Office), OfficeClock.At(LargeOffice.Today));
        var scores = new ScoresOfYearQuery(new YearOfEvaluation(city.Office), OfficeClock.At(LargeOffice.Today));
        Measure.Print("Recount: the administrator's desk", await Measure.MedianAsync(() => desk.TakeAsync(Stop)), Must);
        Measure.Print("Recount: the desk of a reader who is recused", await Measure.MedianAsync(() => desk.TakeAsync(reader, city.Office.SomePerson, Stop)), Must);
        Measure.Print("Recount: the year page", await Measure.MedianAsync(() => year.TakeAsync(Stop)), Must);
        Measure.Print("Recount: the year page of a reader who is recused", await Measure.MedianAsync(() => year.TakeAsync(reader, Stop)), Must);
        Measure.Print("Recount: the ranking on the desk", await Measure.MedianAsync(() => ranking.TakeAsync(Stop)), Must);
        Measure.Print("Recount: the scores on the supervisors' pages", await Measure.MedianAsync(() => scores.TakeAsync(Stop)), Must);
    }

    [Fact(Explicit = true)]
    public async Task Growth_of_the_recount()
    {
        using var small = new LargeOffice(findings: 10_000);
        Measure.PrintGrowth("Growth: the desk, 10,000 to 100,000 findings", await CountAsync(Desk(small)), await CountAsync(Desk(city.Office)), MustGrow);
        Measure.PrintGrowth("Growth: the year page, 10,000 to 100,000 findings", await CountAsync(Year(small)), await CountAsync(Year(city.Office)), MustGrow);
    }

    private static AdministratorSnapshotQuery Desk(LargeOffice office) => new(office, new OfficeFacts(office), OfficeClock.At(LargeOffice.Today));

    private static YearSnapshotQuery Year(LargeOffice office) => new(office, OfficeClock.At(LargeOffice.Today));

    private static Task<double> CountAsync(AdministratorSnapshotQuery desk) => Measure.MedianAsync(() => desk.TakeAsync(Stop));

    private static Task<double> CountAsync(YearSnapshotQuery year) => Measure.MedianAsync(() => year.TakeAsync(Stop));
}

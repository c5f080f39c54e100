using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Activities;
using Portal.Features.Agencies;
using Portal.Features.Findings;
using Portal.Features.Recusals;
using Portal.Features.Search;
using Portal.Features.Supervisors;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>A page of each list with filter, order and total (at most 100 ms), and the search box (at most 150 ms): through the service, as the page asks for it.</summary>
[Collection(CityBenchmarks.Name)]
public sealed class ListBenchmarks(LargeCity city) : IDisposable
{
    private const double Must = 100;
    private const double MustFind = 150;

    private readonly ServiceProvider _services = city.ServicesFor(Acting.Administrator());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact(Explicit = true)]
    public async Task Lists_of_findings()
    {
        var findings = _services.GetRequiredService<FindingService>();
        var unit = new FindingFilter { Agency = city.Office.SomeAgency };
        await PrintAsync("findings as they open", () => findings.ListAsync(new FindingFilter(), new Paging(), Stop));
        await PrintAsync("findings, the thousandth page", () => findings.ListAsync(new FindingFilter(), new Paging(1_000), Stop));
        await PrintAsync("findings, the open ones", () => findings.ListAsync(new FindingFilter { Group = FindingGroup.Open }, new Paging(), Stop));
        await PrintAsync("findings, the closed ones", () => findings.ListAsync(new FindingFilter { Group = FindingGroup.Closed }, new Paging(), Stop));
        await PrintAsync("findings, the overdue ones by deadline", () => findings.ListAsync(new FindingFilter { Due = FindingDue.Overdue }, new Paging(Sort: "deadline"), Stop));
        await PrintAsync("findings of an agency by deadline", () => findings.ListAsync(unit, new Paging(Sort: "deadline", Descending: true), Stop));
        await PrintAsync("findings of a category by day", () => findings.ListAsync(new FindingFilter { Category = FindingCategory.Service }, new Paging(Sort: "filed", Descending: true), Stop));
        await PrintAsync("findings of a year by unit", () => findings.ListAsync(new FindingFilter { From = new DateOnly(2024, 1, 1), Before = new DateOnly(2025, 1, 1) }, new Paging(Sort: "unit"), Stop));
        await PrintAsync("findings, substantiated", () => findings.ListAsync(new FindingFilter { Outcome = FindingOutcome.Substantiated }, new Paging(), Stop));
        await PrintAsync("findings by unit", () => findings.ListAsync(new FindingFilter(), new Paging(Sort: "unit"), Stop));
        await PrintAsync("findings by deadline", () => findings.ListAsync(new FindingFilter(), new Paging(Sort: "deadline"), Stop));
        await PrintAsync("findings that say something", () => findings.ListAsync(new FindingFilter { Text = "窗口" }, new Paging(), Stop));
        await PrintAsync("the counts above the findings", () => findings.CountsAsync(Stop));
    }

    [Fact(Explicit = true)]
    public async Task Other_lists()
    {
        var activities = _services.GetRequiredService<ActivityService>();
        var supervisors = _services.GetRequiredService<SupervisorService>();
        var agencies = _services.GetRequiredService<AgencyService>();
        var recusals = _services.GetRequiredService<RecusalService>();
        await PrintAsync("activities as they open", () => activities.ListAsync(new ActivityFilter(), new Paging(), Stop));
        await PrintAsync("activities of a kind and year by title", () => activities.ListAsync(new ActivityFilter(Year: 2025, Kind: ActivityKind.Supervision), new Paging(Sort: "title"), Stop));
        await PrintAsync("activities at an agency by number", () => activities.ListAsync(new ActivityFilter(Agency: city.Office.SomeAgency), new Paging(Sort: "number", Descending: true), Stop));
        await PrintAsync("activities by number", () => activities.ListAsync(new ActivityFilter(), new Paging(Sort: "number"), Stop));
        await PrintAsync("activities of a name by state", () => activities.ListAsync(new ActivityFilter(Text: "活动77"), new Paging(Sort: "state"), Stop));
        await PrintAsync("supervisors as they open", () => supervisors.ListAsync(new SupervisorFilter(), new Paging(), Stop));
        await PrintAsync("supervisors of a group in office by term", () => supervisors.ListAsync(new SupervisorFilter(SupervisorStatus.InOffice, Group: SourceCategory.IndustryAssociation), new Paging(Sort: "until"), Stop));
        await PrintAsync("supervisors by name or card", () => supervisors.ListAsync(new SupervisorFilter(Text: "177"), new Paging(Sort: "name"), Stop));
        await PrintAsync("agencies as they open", () => agencies.ListAsync(new AgencyFilter(), new Paging(), Stop));
        await PrintAsync("agencies of a kind by name", () => agencies.ListAsync(new AgencyFilter(AgencyKind.DistrictGeneral), new Paging(Sort: "name"), Stop));
        await PrintAsync("recusals, pending", () => recusals.ListAsync(RecusalFilter.Pending, new Paging(), Stop));
        await PrintAsync("recusals by person", () => recusals.ListAsync(null, new Paging(Sort: "person"), Stop));
    }

    [Fact(Explicit = true)]
    public async Task The_search_box()
    {
        var search = _services.GetRequiredService<SearchService>();
        foreach (var typed in new[] { "窗口", "示例1234", "WT-2021-0512", "监督活动777", "没有这样的话" })
        {
            Measure.Print($"Search: {typed}", await Measure.MedianAsync(() => search.FindAsync(typed, Stop)), MustFind);
        }
    }

    private static async Task PrintAsync(string what, Func<Task> page) => Measure.Print($"List: {what}", await Measure.MedianAsync(page), Must);
}

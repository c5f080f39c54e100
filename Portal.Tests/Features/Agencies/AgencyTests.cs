using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Time;
using Portal.Features.Agencies;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

public sealed class AgencyTests : FeaturePages
{
    private static readonly DateOnly s_today = SmallOffice.Today;

    [Fact]
    public async Task The_list_counts_what_is_open_of_the_year_and_overdue()
    {
        var agency = Filled();
        Office.Agency("AG02", "空机构");

        var rows = (await Service().ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel)).Rows;

        Assert.Equal((agency, 3, 4, 1), (rows[0].Id, rows[0].Open, rows[0].OfYear, rows[0].Overdue));
        Assert.Equal((0, 0, 0), (rows[1].Open, rows[1].OfYear, rows[1].Overdue));
    }

    [Fact]
    public async Task Kind_and_text_filter_and_the_export_is_the_list()
    {
        Office.Agency("AG02", "攸县经办机构", AgencyKind.DistrictGeneral);
        Office.Agency("AG01", "工伤经办机构", AgencyKind.WorkInjury);
        var service = Service();

        Assert.Equal(["AG01", "AG02"], Codes(await service.ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel)));
        Assert.Equal(["AG02", "AG01"], Codes(await service.ListAsync(new AgencyFilter(), new Paging(1, "code", true), cancellationToken: Cancel)));
        Assert.Equal(["AG02"], Codes(await service.ListAsync(new AgencyFilter(AgencyKind.DistrictGeneral), new Paging(), cancellationToken: Cancel)));
        Assert.Equal(["AG01"], Codes(await service.ListAsync(new AgencyFilter(Text: "工伤"), new Paging(), cancellationToken: Cancel)));
        Assert.Empty(Codes(await service.ListAsync(new AgencyFilter(Text: "%"), new Paging(), cancellationToken: Cancel)));
        Assert.Equal((await service.ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel)).Rows, await service.ExportAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_rows()
    {
        Filled();
        var few = await CountedQueries.OfAsync(Office.Db, () => Service().ListAsync(new AgencyFilter(), new Paging()));
        for (var i = 2; i < 20; i++)
        {
            Office.Agency($"AG{i:00}", $"机构{i}");
        }

        Assert.Equal(few, await CountedQueries.OfAsync(Office.Db, () => Service().ListAsync(new AgencyFilter(), new Paging())));
        Assert.Equal(5, few);
    }

    [Fact]
    public async Task The_record_tells_how_deadlines_were_kept()
    {
        var file = (await Service().GetAsync(Filled(), cancellationToken: Cancel))!;

        Assert.Equal(new RectificationRecord(OnSpot: 0, InTime: 1, Late: 1, Running: 2, Overdue: 1, Extended: 0), file.Rectification);
        Assert.Equal(0.5m, file.Rectification.InTimeShare);
        Assert.Equal(
            [("WT-2026-0003", DeadlineState.Overdue, 6), ("WT-2026-0002", DeadlineState.DueSoon, 3), ("WT-2026-0004", DeadlineState.ClosedLate, 9), ("WT-2025-0001", DeadlineState.ClosedInTime, 2)],
            file.Rectifications.Select(r => (r.Number, r.Standing!.Value.State, r.Standing.Value.Days)));
        Assert.Contains(new StateCount(FindingState.RectificationOrdered, 2), file.States);
    }

    [Fact]
    public async Task The_last_visit_is_one_that_took_place()
    {
        var agency = Office.Agency("AG01", "机构");
        Office.Activity("2026-01", "明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: agency);
        Office.Activity("2026-02", "取消的调研", new DateOnly(2026, 9, 1), ActivityState.Cancelled, mode: SupervisionMode.Research, agencies: agency);
        Office.Activity("2026-03", "将来的明察", s_today.AddDays(9), agencies: agency);

        var file = (await Service().GetAsync(agency, cancellationToken: Cancel))!;

        Assert.Equal((new DateOnly(2026, 3, 5), 263, 3), (file.LastVisitedOn, file.DaysSinceVisit, file.VisitsInAll));
        Assert.Null((await Service().GetAsync(Office.Agency("AG02", "没去过"), cancellationToken: Cancel))!.LastVisitedOn);
    }

    [Fact]
    public async Task An_agency_is_not_there_for_whoever_is_recused_from_it()
    {
        var agency = Filled();
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(clerk.Person, RecusalMatter.Of(agency));
        var service = Service(clerk);

        Assert.Equal(0, (await service.ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel)).Total);
        Assert.Empty(await service.ExportAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel));
        Assert.Null(await service.GetAsync(agency, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_finding_that_the_reader_is_recused_from_is_not_counted()
    {
        var agency = Filled();
        var clerk = Office.Staff(PortalRole.Administrator);
        Office.Recuse(clerk.Person, RecusalMatter.Of(Office.Read(db => db.Findings.AsSplitQuery().Single(f => f.Number == "WT-2026-0003").Id)));

        var row = (await Service(clerk).ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel)).Rows.Single();
        var file = (await Service(clerk).GetAsync(agency, cancellationToken: Cancel))!;

        Assert.Equal((2, 3, 0), (row.Open, row.OfYear, row.Overdue));
        Assert.Equal((0, 3), (file.Rectification.Overdue, file.Rectifications.Count));
    }

    [Fact]
    public async Task Leadership_does_not_read_of_an_undercover_visit_before_its_day()
    {
        var agency = Office.Agency("AG01", "机构");
        Office.Activity("2026-09", "暗访", s_today, mode: SupervisionMode.UnannouncedVisit, agencies: agency);

        Assert.Equal(0, (await Service(Acting.Leadership()).GetAsync(agency, cancellationToken: Cancel))!.VisitsInAll);
        Assert.Equal(1, (await Service().GetAsync(agency, cancellationToken: Cancel))!.VisitsInAll);
    }

    [Fact]
    public async Task A_supervisor_reads_none_of_it()
    {
        var service = Service(Acting.Supervisor(PersonId.New()));

        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ListAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ExportAsync(new AgencyFilter(), new Paging(), cancellationToken: Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.GetAsync(AgencyId.New(), cancellationToken: Cancel));
    }

    [Fact]
    public void The_list_page_shows_counts_and_names_what_is_overdue()
    {
        Filled();
        As(PortalRole.Leadership);

        var row = At<AgencyList>("/agencies").Find("tbody tr").TextContent;

        Assert.Contains("AG01", row, StringComparison.Ordinal);
        Assert.Contains("逾期 1 件", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agencies?page=99")]
    [InlineData("/agencies?page=0")]
    public void A_page_that_is_not_there_shows_the_nearest_one(string address)
    {
        Filled();
        As(PortalRole.Leadership);

        var page = At<AgencyList>(address);

        Assert.Contains("AG01", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("99", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_page_shows_states_deadlines_and_coverage()
    {
        var agency = Filled();
        Office.Activity("2026-01", "明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: agency);
        As(PortalRole.Leadership);

        var page = At<AgencyDetail>($"/agencies/{agency}", agency.Value);

        Assert.Contains("整改中", page.Find("[data-testid=states]").TextContent, StringComparison.Ordinal);
        Assert.Contains("逾期 6 天", page.Find("[data-testid=rectification]").TextContent, StringComparison.Ordinal);
        Assert.Contains("已完成 2 件", page.Find("[data-testid=rectification]").TextContent, StringComparison.Ordinal);
        Assert.Contains("距今 263 天", page.Find("[data-testid=coverage]").TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-01", page.Find("[data-testid=visits]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_section_checks_what_was_reported_the_agency_is_not_late()
    {
        var agency = Office.Agency("AG01", "示例经办机构");
        Office.Finding("WT-2026-0001", Office.Supervisor("丁样一"), agency, FindingState.RectificationReported, deadline: s_today.AddDays(-6));

        var file = (await Service().GetAsync(agency, cancellationToken: Cancel))!;
        As(PortalRole.Leadership);
        var page = At<AgencyDetail>($"/agencies/{agency}", agency.Value);

        Assert.Null(Assert.Single(file.Rectifications).Standing);
        Assert.Contains("已报整改", page.Find("[data-testid=rectification]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("逾期 6 天", page.Find("[data-testid=rectification]").TextContent, StringComparison.Ordinal);
    }

    // Of this year: one submitted, one due in three days, one six days over, one finished nine days late; of last year: one finished two days early.
    private AgencyId Filled()
    {
        var author = Office.Supervisor("丁样一");
        var agency = Office.Agency("AG01", "示例经办机构");
        Office.Finding("WT-2026-0001", author, agency);
        Office.Finding("WT-2026-0002", author, agency, FindingState.RectificationOrdered, deadline: s_today.AddDays(3));
        Office.Finding("WT-2026-0003", author, agency, FindingState.RectificationOrdered, deadline: s_today.AddDays(-6));
        Office.Finding("WT-2026-0004", author, agency, FindingState.Closed, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 10));
        Office.Finding("WT-2025-0001", author, agency, FindingState.Closed, new DateOnly(2025, 2, 1), new DateOnly(2025, 3, 10), new DateOnly(2025, 3, 8));
        return agency;
    }

    private AgencyService Service(Acting? acting = null) => new(Office.Db, (acting ?? Acting.Administrator()).Guard(), new OfficeFacts(Office.Db), Office.Clock);

    private static IEnumerable<string> Codes(PageOf<AgencyRow> page) => page.Rows.Select(r => r.Code);
}

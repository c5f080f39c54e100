using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Exports;
using Portal.Features.Supervisors;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Features.Supervisors;

public sealed class SupervisorPageTests : FeaturePages
{
    [Fact]
    public void The_list_shows_who_holds_office_and_how_long()
    {
        Office.Supervisor("丁样一", SourceCategory.IndustryAssociation, until: new DateOnly(2026, 12, 17), card: "ZZ-2026-0001");
        As(PortalRole.Leadership);

        var page = At<SupervisorList>("/supervisors");

        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("丁样一", row, StringComparison.Ordinal);
        Assert.Contains("行业协会", row, StringComparison.Ordinal);
        Assert.Contains("ZZ-2026-0001", row, StringComparison.Ordinal);
        Assert.Contains("2026-12-17", row, StringComparison.Ordinal);
        Assert.Contains("还剩 24 天", row, StringComparison.Ordinal);
        Assert.Contains("在聘", row, StringComparison.Ordinal);
        Assert.DoesNotContain("15400000001", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_stand_in_the_address_and_the_export_takes_them_along()
    {
        Office.Supervisor("甲", until: new DateOnly(2026, 12, 17));
        Office.Supervisor("乙");
        As(PortalRole.Administrator);

        var page = At<SupervisorList>("/supervisors?ending=90&page=1");

        Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal("/supervisors/export?ending=90&page=1", page.Find("[data-testid=export]").GetAttribute("href"));
        page.Find("[data-testid=filter-status]").Change("Ended");
        Assert.EndsWith("/supervisors?status=Ended", Address.Uri, StringComparison.Ordinal);
        page.Find("[data-testid=filter-text]").Change(" 甲 ");
        Assert.EndsWith("/supervisors?status=Ended&q=%E7%94%B2", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_says_what_to_do()
    {
        As(PortalRole.Administrator);

        Assert.Equal("/import", At<SupervisorList>("/supervisors").Find(".empty a").GetAttribute("href"));

        var filtered = At<SupervisorList>("/supervisors?status=Ended");
        Assert.Contains("没有符合条件的监督员", filtered.Markup, StringComparison.Ordinal);
        Assert.Equal("/supervisors", filtered.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void The_file_shows_masked_numbers_the_marks_of_the_year_and_links_to_the_score()
    {
        var person = Office.Supervisor("丁样一", card: "ZZ-2026-0001");
        Office.Invite(Office.Activity("2026-01", "季度例会", new DateOnly(2026, 3, 5), ActivityState.Completed), person, ParticipationState.AttendedPartly);
        As(PortalRole.Administrator);

        var page = At<SupervisorDetail>($"/supervisors/{person}", person.Value);

        var facts = page.Find("[data-testid=facts]").TextContent;
        Assert.Contains("9****************X", facts, StringComparison.Ordinal);
        Assert.Contains("154****0001", facts, StringComparison.Ordinal);
        Assert.Contains("41 周岁", facts, StringComparison.Ordinal);
        Assert.Contains("○", page.FindAll("[data-testid=months] td")[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("迟到或早退", page.Find("[data-testid=activities]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/evaluation/2026/{person.Value}", page.Find("[data-testid=evaluation]").GetAttribute("href"));
        Assert.Contains("没有提出线索", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_reads_in_English_too()
    {
        var person = Office.Supervisor("丁样一");
        As(PortalRole.Leadership);
        Read("en");

        var page = At<SupervisorDetail>($"/supervisors/{person}", person.Value);

        Assert.Contains("Resident ID number", page.Markup, StringComparison.Ordinal);
        Assert.Contains("In office", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_has_the_columns_of_the_list_and_no_numbers_of_identity_or_telephone()
    {
        Office.Supervisor("丁样一", until: new DateOnly(2026, 12, 17), card: "ZZ-2026-0001");
        As(PortalRole.Leadership);
        var rows = await Services.GetRequiredService<SupervisorService>().ExportAsync(new SupervisorFilter(), new Paging(), Cancel);
        var columns = SupervisorEndpoints.Columns(Services.GetRequiredService<IStringLocalizer<SupervisorText>>(), Services.GetRequiredService<Words>());
        using var sheet = new MemoryStream();

        await XlsxExport.WriteAsync(sheet, "监督员", columns, rows, Cancel);

        var heads = At<SupervisorList>("/supervisors").FindAll("thead th").Select(h => h.TextContent.Trim());
        Assert.Equal(heads, columns.Select(c => c.Heading));
        Assert.Equal(
            ["丁样一", "基层工作人员", "ZZ-2026-0001", "天元区", "示例单位", new DateOnly(2026, 5, 8), new DateOnly(2026, 12, 17), 24, "在聘"],
            columns.Select(c => c.Value(rows.Single())));
        Assert.True(sheet.Length > 0);
    }
}

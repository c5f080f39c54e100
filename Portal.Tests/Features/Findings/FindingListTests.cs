using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Findings;
using Portal.Features.Findings;

namespace Portal.Tests.Features.Findings;

public sealed class FindingListTests : FindingPages
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Rows_show_number_unit_state_deadline_in_words_and_never_the_author()
    {
        Office.FileRegistered("WT-2026-0019", FindingState.RectificationOrdered, new(2026, 11, 17));
        Office.File("WT-2026-0026", on: new(2026, 11, 19));

        var page = Open("/findings");

        var rows = page.FindAll("[data-testid=findings] tbody tr");
        Assert.Equal(["WT-2026-0019", "WT-2026-0026"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains("逾期 6 天", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("4 天", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("谭示安", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_goes_into_the_address_beside_the_others_and_back_to_the_first_page()
    {
        Office.File("WT-2026-0001");
        var page = Open("/findings?group=open&sort=number&page=2");

        page.Find("[data-testid=filter-category]").Change(nameof(FindingCategory.Service));

        var query = new Uri(Navigation.Uri).Query;
        Assert.Contains("group=open", query, StringComparison.Ordinal);
        Assert.Contains("sort=number", query, StringComparison.Ordinal);
        Assert.Contains("category=Service", query, StringComparison.Ordinal);
        Assert.DoesNotContain("page=", query, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_decides_what_is_shown_and_exported()
    {
        Office.File("WT-2026-0001");
        Office.FileRegistered("WT-2026-0002", FindingState.RectificationOrdered, new(2026, 11, 17));

        var page = Open("/findings?due=overdue");

        Assert.Equal("WT-2026-0002", Assert.Single(page.FindAll("[data-testid=findings] tbody tr th")).TextContent);
        Assert.Equal("/findings/export?due=overdue", page.Find("[data-testid=export]").GetAttribute("href"));
        Assert.Equal("/findings?due=overdue", page.Find("[data-testid=piles] [aria-current]").GetAttribute("href"));
        Assert.Equal("1", page.Find("[data-testid=piles] [aria-current] b").TextContent);
    }

    [Fact]
    public void An_empty_list_says_what_to_do()
    {
        var page = Open("/findings?state=Closed");

        Assert.Equal("/findings", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_list_follows_what_others_do()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open("/findings");
        await Office.Handling(Office.OtherClerk).RegisterAsync(id, Office.VersionOf(id), Stop);

        Changed();

        page.WaitForAssertion(() => Assert.Contains("已受理", page.Find("[data-testid=findings] tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void The_export_has_the_columns_of_the_list_and_no_author()
    {
        var columns = FindingEndpoints.Columns(
            Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<FindingText>>(),
            Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<Portal.Ui.UiText>>(),
            Services.GetRequiredService<Portal.Ui.Words>());

        Assert.Equal(["编号", "涉及单位", "类别", "状态", "整改期限", "剩余或逾期", "提出日期", "已等（天）", "承办人"], columns.Select(c => c.Heading));
    }

    private IRenderedComponent<FindingList> Open(string address)
    {
        SignIn(Office.Clerk);
        Navigation.NavigateTo(address);
        return Render<FindingList>();
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>Two people, two browsers: what one does, the other sees without reloading.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class DashboardJourneyTests(PortalInBrowser portal) : IAsyncDisposable
{
    private const string Story = "自助终端贴着“暂停使用”已经一周，老人只能排队（端到端测试）。";
    private const string Reason = "本人亲戚在该机构窗口工作（端到端测试）";

    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Fact]
    public async Task A_finding_and_a_recusal_reach_the_open_desk_and_the_decision_reaches_their_author()
    {
        var desk = await portal.SignInAsync("示例科员");
        var tiles = desk.GetByTestId("tiles");
        await Expect(tiles).ToContainTextAsync("办理中线索");
        var open = await NumberAsync(desk, "办理中线索");
        var pending = await NumberAsync(desk, "待处理回避");
        var supervisor = await portal.SignInAsync("谭示安", phone: true);

        var number = await FileFindingAsync(supervisor);
        await DeclareRecusalAsync(supervisor);

        await Expect(Tile(desk, "办理中线索")).ToHaveTextAsync((open + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(Tile(desk, "待处理回避")).ToHaveTextAsync((pending + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await IsWaitingToBeRegisteredAsync(desk, number);
        var declaration = desk.GetByTestId("pending-row").Filter(new LocatorFilterOptions { HasText = Reason });
        await Expect(declaration).ToContainTextAsync("谭示安");

        await Expect(supervisor.GetByTestId("my-recusals")).ToContainTextAsync("待处理");
        await declaration.GetByRole(AriaRole.Button).First.ClickAsync();

        await Expect(declaration).ToHaveCountAsync(0);
        await Expect(Tile(desk, "待处理回避")).ToHaveTextAsync(pending.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(supervisor.GetByTestId("my-recusals").Locator("li").Filter(new LocatorFilterOptions { HasText = Reason })).ToContainTextAsync("已回避");
    }

    [Fact]
    public async Task What_is_typed_is_there_again_after_the_page_was_lost()
    {
        var supervisor = await portal.SignInAsync("罗例清", phone: true);
        await GoToStoryAsync(supervisor, "石峰区社保经办机构（演示）");
        await supervisor.GetByTestId("story").FillAsync(Story);
        await Expect(supervisor.GetByTestId("draft-saved")).ToBeVisibleAsync();

        await supervisor.ReloadAsync();
        await PortalInBrowser.InteractiveAsync(supervisor);

        await Expect(supervisor.GetByTestId("restored")).ToBeVisibleAsync();
        await Expect(supervisor.GetByTestId("story")).ToHaveValueAsync(Story);
    }

    /// <summary>In the list behind the desk: the desk itself shows only the most urgent.</summary>
    private static async Task IsWaitingToBeRegisteredAsync(IPage desk, string number)
    {
        var list = await desk.Context.NewPageAsync();
        await list.GotoAsync("/findings?group=ToRegister");
        await Expect(list.Locator("table").First).ToContainTextAsync(number);
        await list.CloseAsync();
    }

    private static async Task<string> FileFindingAsync(IPage page)
    {
        await GoToStoryAsync(page, "荷塘区社保经办机构（演示）");
        await page.GetByTestId("story").FillAsync(Story);
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("confirm-text")).ToHaveTextAsync(Story);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByTestId("submit").ClickAsync();
        await Expect(page.GetByTestId("number")).ToContainTextAsync("WT-2026-");
        return (await page.GetByTestId("number").InnerTextAsync()).Trim();
    }

    private static async Task GoToStoryAsync(IPage page, string unit)
    {
        await page.GotoAsync("/findings/new");
        await PortalInBrowser.InteractiveAsync(page);
        await page.GetByText(unit).ClickAsync();
        await page.GetByTestId("next").ClickAsync();
        await page.GetByText("窗口服务").ClickAsync();
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("story")).ToBeVisibleAsync();
    }

    private static async Task DeclareRecusalAsync(IPage page)
    {
        await page.GotoAsync("/recusals/new");
        await PortalInBrowser.InteractiveAsync(page);
        await page.GetByTestId("matter").SelectOptionAsync(new SelectOptionValue { Label = "渌口区社保经办机构（演示）" });
        await page.GetByTestId("ground-RelativeOrLinkedOrganisation").CheckAsync();
        await page.GetByTestId("explanation").FillAsync(Reason);
        await page.GetByTestId("submit").ClickAsync();
        await Expect(page.GetByTestId("sent")).ToBeVisibleAsync();
    }

    private static ILocator Tile(IPage desk, string label) =>
        desk.GetByTestId("tiles").Locator("a").Filter(new LocatorFilterOptions { HasText = label }).Locator(".tile-number");

    private static async Task<int> NumberAsync(IPage desk, string label) =>
        int.Parse(await Tile(desk, label).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
}

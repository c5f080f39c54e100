using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>From the register to the paper: the print page has no circuit, and a letter is one sheet of A4.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed partial class DocumentJourneyTests(PortalInBrowser portal) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Fact]
    public async Task A_letter_of_appointment_goes_from_the_register_to_one_sheet_of_paper()
    {
        var page = await portal.SignInAsync("示例科员");
        await page.GotoAsync("/documents?kind=AppointmentLetter");
        await PortalInBrowser.InteractiveAsync(page);
        await page.Locator("[data-testid=documents] tbody th a").First.ClickAsync();
        await Expect(page.GetByTestId("official-title")).ToHaveTextAsync("聘　书");

        await page.GotoAsync((await page.GetByTestId("to-print").GetAttributeAsync("href"))!);

        await Expect(page.GetByTestId("official-text")).ToContainTextAsync("兹聘请");
        Assert.Equal(0, await page.Locator("script[src*='blazor']").CountAsync());
        await IsOneSheetAsync(page);
    }

    [Fact]
    public async Task A_letter_of_introduction_of_many_and_its_stub_are_one_sheet_of_paper()
    {
        const int bearers = 8;
        var page = await portal.SignInAsync("示例科员");
        await page.GotoAsync("/letters/new");
        await PortalInBrowser.InteractiveAsync(page);
        await page.GetByTestId("agency").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByTestId("matter").FillAsync("查阅工伤保险待遇支付台账、审批资料和内部控制制度执行情况，了解整改落实情况");
        for (var chosen = 0; chosen < bearers; chosen++)
        {
            await page.Locator("[data-testid=bearer]:not(:disabled):not(:checked)").First.CheckAsync();
            await Expect(page.GetByTestId("bearer-count")).ToHaveTextAsync($"已选{chosen + 1}人");
        }

        await page.GetByTestId("submit").ClickAsync();
        await page.GetByTestId("issue").ClickAsync();

        await page.GotoAsync((await page.GetByTestId("print").GetAttributeAsync("href"))!);

        await Expect(page.GetByTestId("official-text")).ToContainTextAsync("等 捌 人");
        await Expect(page.GetByTestId("stub")).ToContainTextAsync("等 捌 人");
        Assert.Equal(0, await page.Locator("script[src*='blazor']").CountAsync());
        await IsOneSheetAsync(page);
    }

    [Fact]
    public async Task A_supervisor_prints_their_own_and_takes_the_file_along()
    {
        var page = await portal.SignInAsync("旷样田", phone: true);
        await page.GotoAsync("/my/office");
        await PortalInBrowser.InteractiveAsync(page);

        var address = await page.GetByTestId("my-print").First.GetAttributeAsync("href");
        await page.GotoAsync(address!);

        await Expect(page.GetByTestId("official-text")).ToContainTextAsync("旷样田");
        var file = await page.APIRequest.GetAsync(address!.Replace("/print", "/docx", StringComparison.Ordinal));
        Assert.Equal((200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (file.Status, file.Headers["content-type"]));
        Assert.Equal("PK"u8.ToArray(), (await file.BodyAsync())[..2]);
    }

    /// <summary>A4, in points.</summary>
    private static async Task IsOneSheetAsync(IPage page)
    {
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        var box = Assert.Single(MediaBox().Matches(paper));
        Assert.InRange(double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 594, 596);
        Assert.InRange(double.Parse(box.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 841, 843);
    }

    [GeneratedRegex(@"/MediaBox ?\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex MediaBox();
}

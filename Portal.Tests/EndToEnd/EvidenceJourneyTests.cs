using Microsoft.Playwright;
using Portal.Tests.Security.Evidence;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>A supervisor adds files on a phone while writing; the section reads them when it is filed.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class EvidenceJourneyTests(PortalInBrowser portal) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Fact]
    public async Task Somebody_without_an_account_objects_on_a_phone_adds_a_photograph_and_reads_why_a_larger_one_is_not_taken()
    {
        const int Large = 25 * 1024 * 1024;
        var page = await portal.OpenAsync(phone: true);
        await page.GotoAsync("/public/notices");
        await page.Locator("a[href^='/public/notices/']", new PageLocatorOptions { HasText = "公示" }).First.ClickAsync();
        await page.GetByTestId("object").ClickAsync();
        await page.Locator("#about").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Input.Anonymous']").CheckAsync();
        await page.Locator("#content").FillAsync("有具体情况反映");
        await page.GetByTestId("send").ClickAsync();
        await page.GetByTestId("link").ClickAsync();

        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "扫描件.jpg", MimeType = "image/jpeg", Buffer = [.. Samples.Jpeg(), .. new byte[Large]] });
        await page.GetByTestId("add-file").ClickAsync();
        await Expect(page.GetByTestId("file-refused")).ToContainTextAsync("20");

        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "照片.jpg", MimeType = "image/jpeg", Buffer = Samples.Jpeg() });
        await page.GetByTestId("add-file").ClickAsync();
        await Expect(page.GetByTestId("file-added")).ToBeVisibleAsync();
        await Expect(page.Locator("#files")).ToContainTextAsync("照片.jpg");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task Two_files_go_from_a_phone_to_the_section()
    {
        var page = await portal.SignInAsync("旷样田", phone: true, elder: true);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("415", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        await PortalInBrowser.TellAsync(page, "窗口前排了两个小时的队。");

        await page.GetByTestId("evidence-input").SetInputFilesAsync(
        [
            new FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = Samples.Jpeg() },
            new FilePayload { Name = "说明.docx", MimeType = "application/octet-stream", Buffer = Samples.Docx() },
            new FilePayload { Name = "网页.jpg", MimeType = "image/jpeg", Buffer = "<html>"u8.ToArray() },
            new FilePayload { Name = "程序.exe", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() },
        ]);

        await Expect(page.GetByTestId("file")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("uploads")).ToContainTextAsync("文件内容与扩展名不符");
        await Expect(page.GetByTestId("uploads")).ToContainTextAsync("不支持这种文件");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));

        // The page is dropped, as phones do: the files are still there with what was typed.
        await Expect(page.GetByTestId("draft-saved")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await PortalInBrowser.InteractiveAsync(page);
        await Expect(page.GetByTestId("file")).ToHaveCountAsync(2);
        await page.GetByTestId("next").ClickAsync();
        await SignUnderAsync(page);
        var number = await page.GetByTestId("number").InnerTextAsync();
        var finding = new Uri(page.Url).AbsolutePath.Split('/')[3];

        var desk = await portal.SignInAsync("示例科员");
        await desk.GotoAsync($"/findings/{finding}");
        await PortalInBrowser.InteractiveAsync(desk);
        await Expect(desk.Locator("h1").First).ToContainTextAsync(number);
        await Expect(desk.GetByTestId("file")).ToHaveCountAsync(2);
        var original = await SavedAsync(desk, desk.GetByTestId("open").First);
        Assert.Equal(("现场.jpg", Samples.Jpeg().Length), (original.Name, original.Content.Length));
        var copy = await SavedAsync(desk, desk.GetByTestId("copy").First);
        Assert.Matches("^材料-.{6}\\.jpg$", copy.Name);
        Assert.DoesNotContain(Samples.Maker, System.Text.Encoding.Latin1.GetString(copy.Content), StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Who_is_quicker_than_the_script_of_the_files_keeps_the_page()
    {
        var (page, script) = await TellBeforeTheScriptAsync("窗口前排了两个小时的队。");
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("secrecy")).ToBeVisibleAsync();

        await script.ArrivesAsync();
        await SignUnderAsync(page);
    }

    [Fact]
    public async Task A_file_chosen_before_its_script_is_there_is_sent_when_it_comes()
    {
        var (page, script) = await TellBeforeTheScriptAsync("叫号机没有老年人窗口。");
        await page.GetByTestId("evidence-input").SetInputFilesAsync(new FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = Samples.Jpeg() });

        await script.ArrivesAsync();

        await Expect(page.GetByTestId("file")).ToHaveCountAsync(1);
        await page.GetByTestId("next").ClickAsync();
        await SignUnderAsync(page);
    }

    private async Task<(IPage Page, HeldScript Script)> TellBeforeTheScriptAsync(string story)
    {
        var page = await portal.SignInAsync("旷样田", phone: true);
        var script = await HeldScript.OnAsync(page);
        await PortalInBrowser.TellAsync(page, story);
        await script.IsAskedForAsync();
        return (page, script);
    }

    private static async Task SignUnderAsync(IPage page)
    {
        await page.GetByTestId("secrecy").CheckAsync();
        await page.GetByTestId("submit").ClickAsync();
        await Expect(page.GetByTestId("number")).ToBeVisibleAsync();
    }

    private static async Task<(string Name, byte[] Content)> SavedAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    /// <summary>The script of the files, on its way for as long as a test wants.</summary>
    private sealed class HeldScript(IPage page)
    {
        private const string Address = "**/EvidenceFiles.*.js";
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _goesOn = new();

        public static async Task<HeldScript> OnAsync(IPage page)
        {
            var script = new HeldScript(page);
            await page.RouteAsync(Address, async route =>
            {
                script._asked.TrySetResult();
                await script._goesOn.Task.WaitAsync(TimeSpan.FromSeconds(30));
                await route.ContinueAsync();
            });
            return script;
        }

        public Task IsAskedForAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        public async Task ArrivesAsync() => await page.RunAndWaitForResponseAsync(() => { _goesOn.SetResult(); return Task.CompletedTask; }, Address);
    }
}

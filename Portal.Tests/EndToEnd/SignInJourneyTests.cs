using Microsoft.Playwright;
using Portal.Access;
using Portal.Tests.Security.SignIn;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>Signing in and out in a real browser, with a real identity provider.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class SignInJourneyTests(PortalInBrowser browser) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await browser.CloseAllAsync();

    [Fact]
    public async Task Invited_bound_signed_in_signed_out_and_signed_out_by_the_provider()
    {
        await using var portal = await PortalWithProvider.StartAsync(settings: new Dictionary<string, string>
        {
            // The scripts of the packages are served from where they were restored.
            ["environment"] = "Development",
            ["Portal:StartEmpty"] = "true",
        });
        var account = await portal.AccountAsync(PortalRole.Supervisor);
        var secret = await portal.InviteAsync(account);
        var page = await (await browser.ContextAsync(portal.Address)).NewPageAsync();
        var violations = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                violations.Add(message.Text);
            }
        };

        await page.GotoAsync($"/invitation?code={secret}");
        await page.GetByTestId("accept").ClickAsync();
        await PortalInBrowser.InteractiveAsync(page);
        Assert.True(portal.Read(db => db.Accounts.Single(a => a.Id == account)).IsBound);

        await page.Locator("details.menu summary[aria-label*='示例']").ClickAsync();
        await page.Locator("form[action='/signout'] button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/signin", StringComparison.Ordinal));
        await page.GotoAsync("/my/findings");
        Assert.StartsWith("/signin", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);

        await page.GetByTestId("provider").ClickAsync();
        await PortalInBrowser.InteractiveAsync(page);
        Assert.Equal("/my/findings", new Uri(page.Url).AbsolutePath);

        using var provider = new Visitor();
        using var form = new FormUrlEncodedContent([new("logout_token", portal.Provider.LogoutToken())]);
        using var told = await provider.SendAsync(HttpMethod.Post, portal.At("/signout/backchannel"), form);
        await page.WaitForURLAsync(url => url.Contains("/signin", StringComparison.Ordinal), new PageWaitForURLOptions { Timeout = 5_000 });
        await Expect(page.GetByTestId("ended")).ToBeVisibleAsync();
        Assert.Empty(violations);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_sixth_window_says_that_there_are_too_many_and_works_once_another_is_closed()
    {
        var first = await browser.SignInAsync("示例局长");
        var windows = new List<IPage>();
        for (var window = 0; window < 4; window++)
        {
            windows.Add(await first.Context.NewPageAsync());
            await windows[^1].GotoAsync("/findings");
            await PortalInBrowser.InteractiveAsync(windows[^1]);
        }

        var sixth = await first.Context.NewPageAsync();
        await sixth.GotoAsync("/findings");
        await Expect(sixth.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        await Expect(sixth.Locator("#blazor-error-ui")).ToContainTextAsync("5 个");

        await windows[0].CloseAsync();
        await sixth.Locator("#blazor-error-ui a").ClickAsync();
        await PortalInBrowser.InteractiveAsync(sixth);
    }
}

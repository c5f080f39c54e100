using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>Every page that the navigation leads to, as each role: it opens, breaks no policy, fits a phone, and can be used without seeing or a mouse.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class EveryPageTests(PortalInBrowser portal) : IAsyncDisposable
{
    private static readonly Dictionary<string, string[]> s_pages = new()
    {
        ["示例科员"] = ["/", "/findings", "/recusals", "/recusals/file", "/activities", "/activities/new", "/supervisors", "/recruitment", "/recruitment/new", "/objections", "/terms?within=365", "/inactivity", "/dismissals", "/cards", "/letters", "/letters/new", "/undertakings", "/documents", "/documents/templates", "/documents/templates/AppointmentLetter", "/documents/office", "/agencies", "/evaluation", "/import", "/audit", "/retention", "/settings", "/accounts", "/accounts/new", "/my/sign-ins"],
        ["旷样田"] = ["/", "/findings/new", "/my/findings", "/recusals/new", "/my/recusals", "/my/activities", "/my/evaluation", "/my/office", "/my/office/resign", "/my/undertaking", "/my/file", "/my/sign-ins"],
        ["示例局长"] = ["/", "/approvals", "/findings", "/activities", "/supervisors", "/recruitment", "/terms", "/inactivity", "/dismissals", "/letters", "/documents", "/agencies", "/evaluation", "/audit", "/retention", "/settings"],
    };

    public static TheoryData<string, bool> Readers => new(s_pages.Keys.SelectMany(_ => new[] { false, true }, (name, phone) => (name, phone)));

    public static TheoryData<string, string, bool> Views => new(s_pages.Keys.SelectMany(
        _ => new[] { ("light", false), ("dark", false), ("light", true) },
        (name, view) => (name, view.Item1, view.Item2)));

    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_page_opens_without_an_error_and_without_scrolling_sideways(string name, bool phone)
    {
        var page = await portal.SignInAsync(name, phone);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");

        foreach (var path in s_pages[name])
        {
            await page.GotoAsync(path);
            await PortalInBrowser.InteractiveAsync(page);
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(".+"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than the window.");
        }

        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_serious_on_a_dashboard(string name, string theme, bool elder)
    {
        var page = await portal.SignInAsync(name, phone: elder, theme, elder);
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();

        var found = await page.RunAxe();

        Assert.Empty(found.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [Fact]
    public async Task The_first_visit_is_in_Chinese_and_the_choice_of_English_is_kept()
    {
        var page = await portal.SignInAsync("示例科员");
        await Expect(page.Locator("h1").First).ToHaveTextAsync("工作台");

        await page.Locator("a.tool-language").ClickAsync();
        await PortalInBrowser.InteractiveAsync(page);
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.DoesNotMatch("[\u4e00-\u9fff]", await page.Locator(".side, nav").First.InnerTextAsync());
    }

    [Fact]
    public async Task A_button_cannot_be_pressed_for_nothing_before_its_page_lives()
    {
        const string reached = "button => getComputedStyle(button).pointerEvents";
        var page = await portal.SignInAsync("旷样田", phone: true);
        var goesOn = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web.js", async route =>
        {
            await goesOn.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await route.ContinueAsync();
        });

        await page.GotoAsync("/findings/new", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var next = page.GetByTestId("next");
        Assert.Equal("none", await next.EvaluateAsync<string>(reached));
        goesOn.SetResult();
        await PortalInBrowser.InteractiveAsync(page);

        Assert.Equal("auto", await next.EvaluateAsync<string>(reached));
    }

    [Fact]
    public async Task A_page_of_another_role_shows_nothing_of_it()
    {
        var page = await portal.SignInAsync("旷样田");

        await page.GotoAsync("/findings");

        await Expect(page.Locator("body")).Not.ToContainTextAsync("WT-2026-0018");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_way_in()
    {
        var page = await portal.OpenAsync();

        await page.GotoAsync("/findings?due=overdue");

        Assert.StartsWith("/signin", new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
        await page.Locator("[data-testid=persona][data-name='示例科员']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/findings\\?due=overdue$"));
    }
}

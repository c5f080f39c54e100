using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Access;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.Security.Web;

/// <summary>Somebody of each role follows every link to every kind of page, in an office where every text tries to run as script. Nothing runs, nothing is inserted, and no page breaks the policy that would stop it.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed partial class ClickThroughTests(HostileOffice office) : IClassFixture<HostileOffice>
{
    /// <summary>Of pages about one thing; a list is one page, however it is filtered.</summary>
    private const int OfEachKind = 2;

    [Theory]
    [InlineData(PortalRole.Administrator, "/findings?q=script", 12)]
    [InlineData(PortalRole.Supervisor, "/findings/new", 6)]
    [InlineData(PortalRole.Leadership, "/approvals", 8)]
    public async Task Nothing_that_somebody_wrote_runs_on_any_page(PortalRole role, string also, int kindsAtLeast)
    {
        var page = await office.Portal.OpenAsync();
        var wrong = new List<string>();
        page.Console += (_, message) => Note(message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal), message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Dialog += (_, dialog) =>
        {
            Note(true, $"dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await EnterAsync(page, role);

        var kinds = new Dictionary<string, int>();
        var waiting = new Queue<string>(["/", also]);
        var seen = new HashSet<string>(waiting);
        while (waiting.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            await page.Locator("h1").First.WaitForAsync();
            if (await page.Locator(".live").CountAsync() > 0)
            {
                await PortalInBrowser.InteractiveAsync(page);
            }

            Assert.False(await page.EvaluateAsync<bool>("'__x' in window"), $"Something ran on {path}.");
            Assert.Equal(0, await page.Locator("[data-x]").CountAsync());
            foreach (var link in (await LinksAsync(page)).Where(seen.Add))
            {
                var kind = KindOf(link);
                if (kinds.TryAdd(kind, 1) || (kind.Contains("{id}", StringComparison.Ordinal) && ++kinds[kind] <= OfEachKind))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(kinds.Count >= kindsAtLeast, $"Only {string.Join(' ', kinds.Keys)}");
        Assert.Contains(kinds.Keys, kind => kind.Contains("{id}", StringComparison.Ordinal));
        await page.Context.CloseAsync();

        void Note(bool isWrong, string words)
        {
            if (isWrong)
            {
                wrong.Add($"{page.Url}: {words}");
            }
        }
    }

    [Fact]
    public void Every_text_of_people_is_in_it()
    {
        Assert.Superset(
            new HashSet<string> { "Person.FullName", "Person.WorkUnit", "Agency.Name", "Activity.Title", "Finding.Text", "FindingEvent.Note", "RecusalDeclaration.Explanation", "Application.Motivation", "Objection.Content", "PublicNotice.Text", "DocumentTemplate.Body" },
            office.Fields.ToHashSet());
        Assert.True(Payloads.All.Count >= 60);
    }

    [Fact]
    public async Task Where_nothing_protects_the_texts_do_run_and_are_noticed()
    {
        var page = await office.Portal.OpenAsync();

        await page.SetContentAsync(string.Join("<hr>", Payloads.All));

        Assert.True(await page.EvaluateAsync<bool>("'__x' in window"));
        Assert.NotEqual(0, await page.Locator("[data-x]").CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task EnterAsync(IPage page, PortalRole role)
    {
        await page.GotoAsync("/signin");
        await page.Locator($"form:has(input[value='{office.Accounts[role].Value}']) button, button[value='{office.Accounts[role].Value}']").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        await PortalInBrowser.InteractiveAsync(page);
    }

    /// <summary>Pages of the portal, not what is downloaded, left or set.</summary>
    private static async Task<IEnumerable<string>> LinksAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]:not([download]):not([data-testid=export])')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"))
        .Where(link => !Left().IsMatch(link));

    private static string KindOf(string link) => Id().Replace(link.Split('?')[0], "{id}");

    [GeneratedRegex("^/(language|preference|signout|signin)|export|\\.xlsx|/import/(sample|template)")]
    private static partial Regex Left();

    [GeneratedRegex("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")]
    private static partial Regex Id();
}

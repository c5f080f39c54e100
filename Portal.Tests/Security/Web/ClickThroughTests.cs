using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
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

    /// <summary>Addresses of pages, as they stand over them: of those about one thing, some thing has to be led to.</summary>
    private static readonly string[] s_pages =
    [
        .. typeof(PortalClaims).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Where(t => !Left().IsMatch(t)).Distinct().Order(StringComparer.Ordinal),
    ];

    // Of kinds of rows that the demonstration office has none of.
    private static readonly string[] s_none =
    [
        "EvidenceFile.RemovalReason", "EvidenceFile.StorageName",
        "FindingProposal.Note",
        "FormDraft.Content",
        "GroupChange.Reason",
        "Invitation.SecretHash",
        "SignInSession.Device", "SignInSession.KeyHash", "SignInSession.ProviderSession",
        "SignedUndertaking.SignedName", "SignedUndertaking.TextHash",
        "TermProposal.DecisionReason", "TermProposal.Reason",
        "Undertaking.Text", "Undertaking.TextHash",
        "UnitRecommendation.CreditCode",
    ];

    // Of what nobody in the demonstration office has one of, or may read.
    private static readonly Dictionary<string, string[]> s_notLedTo = new()
    {
        [nameof(PortalRole.Administrator)] =
        [
            "/cards/print/{Key:guid}", "/dismissals/new/{Key:guid}", "/recruitment/notices/{Key:guid}/edit", "/recruitment/{Key:guid}/edit", "/supervisors/{Key:guid}/term",
        ],
        [nameof(PortalRole.Supervisor)] = ["/my/findings/{Key:guid}/receipt", "/my/letters/{Key:guid}"],
        [nameof(PortalRole.Leadership)] = [],
        ["nobody"] = ["/public/card/{Token}"],
    };

    [Theory]
    [InlineData(PortalRole.Administrator, "/findings?q=script")]
    [InlineData(PortalRole.Supervisor, "/findings/new")]
    [InlineData(PortalRole.Leadership, "/approvals")]
    [InlineData(null, "/public/notices")]
    public async Task Nothing_that_somebody_wrote_runs_on_any_page(PortalRole? role, string also)
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
        if (role is { } signedIn)
        {
            await EnterAsync(page, signedIn);
        }

        var kinds = new Dictionary<string, int>();
        var pages = s_pages.Where(p => IsFor(role, p)).ToList();
        var waiting = new Queue<string>(["/", also, .. pages.Where(p => !p.Contains('{', StringComparison.Ordinal))]);
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
            Assert.DoesNotMatch(WholeNumber(), await page.ContentAsync());
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
        var about = pages.Where(p => p.Contains('{', StringComparison.Ordinal) && !seen.Any(link => IsOf(p, link)));
        Assert.True(about.SequenceEqual(s_notLedTo[role?.ToString() ?? "nobody"]), string.Join("\n", about));
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
        Assert.True(office.Untouched.SequenceEqual(s_none), string.Join("\n", office.Untouched));
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

    [Fact]
    public async Task What_got_in_all_the_same_would_be_stopped_by_the_policy()
    {
        var page = await office.Portal.OpenAsync();
        var stopped = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                stopped.Add(message.Text);
            }
        };
        await page.GotoAsync("/signin");

        await page.EvaluateAsync(
            """
            () => {
                const inline = document.createElement('script');
                inline.textContent = 'window.__x = 1';
                document.body.append(inline);
                const image = document.createElement('div');
                image.innerHTML = '<img src="/nothing" onerror="window.__x = 1"><a id="bad" href="javascript:window.__x=1">a</a>';
                document.body.append(image);
                const elsewhere = document.createElement('script');
                elsewhere.src = 'http://127.0.0.1:9/evil.js';
                document.body.append(elsewhere);
                document.getElementById('bad').click();
            }
            """);
        await page.EvaluateAsync("() => new Promise(done => { const image = document.querySelector('img[src=\"/nothing\"]'); if (image.complete) done(); else image.addEventListener('error', done); })");

        Assert.False(await page.EvaluateAsync<bool>("'__x' in window"));
        Assert.True(stopped.Count(words => words.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) >= 4, string.Join(Environment.NewLine, stopped));
        await page.Context.CloseAsync();
    }

    /// <summary>Leadership reads pages of administrators, by the links that it is given.</summary>
    private static bool IsFor(PortalRole? role, string page) => role switch
    {
        PortalRole.Administrator => !IsOwn(page) && !IsPublic(page),
        PortalRole.Supervisor => IsOwn(page),
        null => IsPublic(page),
        _ => false,
    };

    private static bool IsOwn(string page) => page.StartsWith("/my/", StringComparison.Ordinal);

    private static bool IsPublic(string page) => page.StartsWith("/public/", StringComparison.Ordinal);

    private static bool IsOf(string template, string link) =>
        Regex.IsMatch(link.Split('?')[0], $"^{Parameter().Replace(template, "[^/]+")}$");

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

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<![\dA-Za-z])[1-9]\d{16}[\dX](?![\dA-Za-z])")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")]
    private static partial Regex Id();
}

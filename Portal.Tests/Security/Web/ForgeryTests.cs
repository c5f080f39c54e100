using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Access;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.EndToEnd;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Web;

/// <summary>A form that the portal did not give to this very sign-in changes nothing, whoever sends it (security.md 17).</summary>
public sealed class ForgeryTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Token = "__RequestVerificationToken";

    private static readonly string[] s_forms = ["/signin/persona", "/signin/again", "/signout", "/signout/everywhere"];

    /// <summary>What takes a POST and is no form of a page, and why nobody can do anything with it from elsewhere.</summary>
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["/at-work"] = "Changes nothing.",
        ["/csp-report"] = "A line in the log, of a few known words.",
        ["/public/files/{matter}"] = "Asks for the code of a private link, which stands in for a token: PublicPagesTests.",
        ["/evidence/{matter}/{id:guid}"] = "Asks for the token in a header: EvidenceHttpTests.",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Forged
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var address in s_forms)
            {
                foreach (var how in new[] { "no body", "an empty form", "no token", "a made-up token", "somebody else's token", "somebody else's token with its cookie", "another session's token", "a token in the address" })
                {
                    all.Add(address, how);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_form_of_somebody_else_changes_nothing(string address, string how)
    {
        var (name, other) = (await PersonAsync(), await PersonAsync());
        var (cookies, others) = (new CookieContainer(), new CookieContainer());
        using var victim = await portal.SignInAsync(name, cookies);
        using var stranger = await portal.SignInAsync(how.StartsWith("another session", StringComparison.Ordinal) ? name : other, others);
        // What forms are known by is set by the first page that has one.
        await TokenOfAsync(victim);
        var token = await TokenOfAsync(stranger);
        var sender = victim;
        if (how.EndsWith("with its cookie", StringComparison.Ordinal))
        {
            var mixed = new CookieContainer();
            foreach (var cookie in cookies.GetAllCookies().Where(c => c.Name == "portal").Concat(others.GetAllCookies().Where(c => c.Name != "portal")))
            {
                mixed.Add(victim.BaseAddress!, new System.Net.Cookie(cookie.Name, cookie.Value));
            }

            sender = portal.Client(new CookieContainerHandler(mixed));
        }

        var before = await StateAsync();
        using var form = how switch
        {
            "no body" => null,
            "an empty form" => new FormUrlEncodedContent([]),
            "no token" or "a token in the address" => new FormUrlEncodedContent([new("back", "/findings")]),
            _ => new FormUrlEncodedContent([new("back", "/findings"), new(Token, how == "a made-up token" ? "CfDJ8forged" : token)]),
        };

        using var answer = await sender.PostAsync(how == "a token in the address" ? $"{address}?{Token}={Uri.EscapeDataString(token)}" : address, form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(before, await StateAsync());
        using var after = await victim.GetAsync("/findings", Stop);
        Assert.Equal("/findings", after.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task The_same_form_of_ones_own_is_taken()
    {
        using var clerk = await portal.SignInAsync(await PersonAsync());
        using var form = new FormUrlEncodedContent([new(Token, await TokenOfAsync(clerk))]);

        using var left = await clerk.PostAsync("/signout/everywhere", form, Stop);

        Assert.Equal("/signin?left=true", left.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public void No_address_takes_a_post_unnamed()
    {
        var posts = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            // Pages answer their own forms, and the framework asks each for its token: PublicPagesTests.
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(a => !a.StartsWith("/_blazor", StringComparison.Ordinal));

        Assert.Equal(s_forms.Concat(s_others.Keys).Order(StringComparer.Ordinal), posts.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<string> PersonAsync()
    {
        var person = Person.Staff(PersonId.New(), $"示例{Guid.CreateVersion7().ToString("N")[^8..]}");
        await portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(
            db =>
            {
                db.People.Add(person);
                db.Accounts.Add(Account.For(person.Id, PortalRole.Administrator));
                return Task.CompletedTask;
            },
            Stop);
        return person.FullName;
    }

    private static async Task<string> TokenOfAsync(HttpClient client) =>
        (await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/findings", Stop))).QuerySelector($"form[action='/signout'] input[name={Token}]")!.GetAttribute("value")!;

    private async Task<(int Sessions, int Ended, int Rows)> StateAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Stop);
        return (await db.Sessions.CountAsync(Stop), await db.Sessions.CountAsync(s => s.EndedAt != null, Stop), await db.AuditEntries.CountAsync(Stop));
    }
}

/// <summary>The same in a browser that is shown a page of somebody else's, on another site and next door on the same host.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class ForeignFormTests(PortalInBrowser portal) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await portal.CloseAllAsync();

    [Theory]
    [InlineData("http://evil.example/", "/signout")]
    [InlineData("http://evil.example/", "/signout/everywhere")]
    [InlineData("next door", "/signout")]
    [InlineData("next door", "/signout/everywhere")]
    [InlineData("next door", "/signin/again")]
    public async Task A_form_on_somebody_elses_page_does_nothing_here(string from, string action)
    {
        var page = await portal.SignInAsync("示例科员");
        // A neighbour on the same host has the cookies sent along: browsers do not tell ports apart.
        var address = from == "next door" ? $"http://{portal.Address.Host}:9/" : from;
        await page.RouteAsync(address, route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Body = $"<form method=post action='{new Uri(portal.Address, action)}'><button>!</button></form>",
        }));
        await page.GotoAsync(address);

        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator("button").ClickAsync(), response => response.Request.Method == "POST");

        // Without the cookie there is nobody to ask for a token.
        Assert.True(answer.Status == 400 || (from != "next door" && answer.Status == 302), $"{answer.Status}");
        await page.GotoAsync("/findings");
        await PortalInBrowser.InteractiveAsync(page);
        Assert.Equal("/findings", new Uri(page.Url).AbsolutePath);
    }
}

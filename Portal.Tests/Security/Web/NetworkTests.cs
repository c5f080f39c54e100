using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Web;

/// <summary>Requests without a sign-in: how many, from whom, and what they learn.</summary>
public sealed class NetworkTests
{
    private const int Budget = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_without_a_sign_in_is_asked_to_wait_when_its_minute_is_used_up()
    {
        await using var portal = Limited(from: "203.0.113.7");
        using var stranger = portal.Stranger();
        for (var i = 0; i < Budget; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/signin", Stop)).StatusCode);
        }

        using var refused = await stranger.GetAsync("/signin", Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Contains("过一分钟再试", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/theme.css", Stop)).StatusCode);
    }

    [Fact]
    public async Task Claiming_to_come_from_elsewhere_gives_no_fresh_budget()
    {
        await using var portal = Limited(from: "203.0.113.7");
        Assert.Equal(Budget, await AcceptedAsync(portal, claimed: i => $"198.51.100.{i}"));
    }

    [Fact]
    public async Task Behind_a_known_proxy_each_visitor_has_their_own_budget()
    {
        await using var portal = Limited(from: "10.0.0.5", proxies: "10.0.0.0/24");
        Assert.Equal(2 * Budget, await AcceptedAsync(portal, claimed: i => $"198.51.100.{i}"));
        Assert.Equal(Budget, await AcceptedAsync(portal, claimed: _ => "192.0.2.1"));
    }

    [Fact]
    public async Task A_visitor_behind_a_known_proxy_cannot_put_another_address_before_their_own()
    {
        await using var portal = Limited(from: "10.0.0.5", proxies: "10.0.0.5");
        Assert.Equal(Budget, await AcceptedAsync(portal, claimed: i => $"198.51.100.{i}, 192.0.2.1"));
    }

    [Fact]
    public async Task A_network_of_the_newer_addresses_counts_as_one()
    {
        await using var portal = Limited(from: "10.0.0.5", proxies: "10.0.0.5");
        Assert.Equal(Budget, await AcceptedAsync(portal, claimed: i => $"2001:db8:1:1::{i:x}"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Whoever_watches_the_portal_learns_one_word(string address)
    {
        await using var portal = new RunningPortal();
        using var stranger = portal.Stranger();

        Assert.Equal("Healthy", await stranger.GetStringAsync(address, Stop));
    }

    [Fact]
    public async Task A_portal_whose_database_is_gone_lives_and_is_not_ready()
    {
        await using var portal = RunningPortal.With(host => host.UseSetting("Portal:StartEmpty", "true"));
        using var stranger = portal.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/ready", Stop)).StatusCode);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(portal.Folder, "portal.db*"))
        {
            File.Delete(file);
        }

        using var ready = await stranger.GetAsync("/health/ready", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("""{"csp-report":{"effective-directive":"script-src","document-uri":"https://x/findings?q=secret","blocked-uri":"inline"}}""", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    public async Task What_a_browser_reports_is_taken_and_nonsense_is_not(string report, HttpStatusCode expected)
    {
        await using var portal = new RunningPortal();
        using var stranger = portal.Stranger();
        using var body = new StringContent(report);

        Assert.Equal(expected, (await stranger.PostAsync("/csp-report", body, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("Production", null, "", false)]
    [InlineData("Production", "*", "", false)]
    [InlineData("Production", "*.zhuzhou.example", "", false)]
    [InlineData("Production", "portal.zhuzhou.example", "10.0.0.5;10.1.0.0/16", true)]
    [InlineData("Production", "portal.zhuzhou.example", "proxy.example", false)]
    [InlineData("Development", null, "", true)]
    [InlineData("Development", null, "10.0.0.0/99", false)]
    public void What_is_said_of_the_network_is_checked_at_the_start(string environment, string? hosts, string proxies, bool starts)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", hosts)]).Build();

        Assert.Equal(starts, new NetworkValidator(new Place(environment), configuration).Validate(null, new WebOptions { KnownProxies = proxies }).Succeeded);
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_a_budget_of_their_own_which_scripts_and_the_live_line_do_not_use_up()
    {
        await using var portal = RunningPortal.With(host => host.UseSetting("Portal:Web:AccountRequestsAtOnce", "10").UseSetting("Portal:Web:AccountRequestsPerSecond", "1"));
        using var greedy = await ClerkAsync(portal, "示例甲");
        using var other = await ClerkAsync(portal, "示例乙");
        var accepted = 0;
        var refused = false;
        for (var i = 0; i < 500 && !refused; i++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StatusAsync(greedy, "/at-work", HttpMethod.Post)));
            accepted += answers.Count(a => a != HttpStatusCode.TooManyRequests);
            refused = answers.Contains(HttpStatusCode.TooManyRequests);
        }

        // Signing in has used up some.
        Assert.True(refused && accepted >= 5);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/findings"));
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(greedy, "/theme.css"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(greedy, "/_blazor/negotiate?negotiateVersion=1", HttpMethod.Post));
        }
    }

    [Fact]
    public async Task Nobody_begins_lines_without_end_and_others_begin_theirs()
    {
        await using var portal = new RunningPortal();
        using var greedy = await ClerkAsync(portal, "示例甲");
        using var other = await ClerkAsync(portal, "示例乙");

        var answers = new List<HttpStatusCode>();
        var began = Stopwatch.StartNew();
        for (var i = 0; i < 500 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LineAsync(greedy))));
        }

        // Sixty at once, and ten for each second that it took.
        Assert.InRange(answers.Count(a => a != HttpStatusCode.TooManyRequests), 60, 70 + (10 * (int)Math.Ceiling(began.Elapsed.TotalSeconds)));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await LineAsync(other));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(greedy, "/findings"));
    }

    // What a browser asks to begin one; that none comes about is the test server's doing.
    private static async Task<HttpStatusCode> LineAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpClient> ClerkAsync(RunningPortal portal, string name)
    {
        await portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(
            db =>
            {
                var person = Person.Staff(PersonId.New(), name);
                db.People.Add(person);
                db.Accounts.Add(Account.For(person.Id, PortalRole.Administrator));
                return Task.CompletedTask;
            },
            Stop);
        return await portal.SignInAsync(name);
    }

    private static RunningPortal Limited(string from, string proxies = "") => RunningPortal.With(host => host
        .UseSetting("Portal:Web:AnonymousRequestsPerMinute", $"{Budget}")
        .UseSetting("Portal:Web:KnownProxies", proxies)
        .ConfigureServices(services => services.AddSingleton<IStartupFilter>(new ComingFrom(IPAddress.Parse(from)))));

    /// <summary>How many of twice as many requests as the budget allows were answered.</summary>
    private static async Task<int> AcceptedAsync(RunningPortal portal, Func<int, string> claimed)
    {
        using var stranger = portal.Stranger();
        var accepted = 0;
        for (var i = 1; i <= 2 * Budget; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/not-permitted");
            request.Headers.Add("X-Forwarded-For", claimed(i));
            using var answer = await stranger.SendAsync(request, Stop);
            accepted += answer.StatusCode == HttpStatusCode.TooManyRequests ? 0 : 1;
        }

        return accepted;
    }

    private sealed class ComingFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = address;
                return rest(http);
            });
            next(app);
        };
    }
}

using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

/// <summary>What the portal answers to requests that no page of it makes.</summary>
public sealed class WebSurfaceTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private readonly CookieContainer _cookies = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/recusals/export")]
    [InlineData("/findings/export")]
    [InlineData("/supervisors/export")]
    [InlineData("/agencies/export")]
    [InlineData("/activities/export")]
    [InlineData("/dashboard/year.xlsx")]
    [InlineData("/import/template")]
    [InlineData("/import/sample")]
    public async Task A_download_that_is_not_permitted_says_so_and_is_no_failure(string address)
    {
        using var outsider = await SignedInAsync(PortalRole.Supervisor);

        using var answer = await outsider.GetAsync(address, Stop);

        Assert.Equal((address, HttpStatusCode.Forbidden), (answer.RequestMessage!.RequestUri!.PathAndQuery, answer.StatusCode));
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        IsProtected(answer);
    }

    [Theory]
    [InlineData("/signin", HttpStatusCode.OK)]
    [InlineData("/findings", HttpStatusCode.OK)]
    [InlineData("/findings/export", HttpStatusCode.OK)]
    [InlineData("/findings/export?desc=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/supervisors/not-an-id", HttpStatusCode.NotFound)]
    [InlineData("/import/template", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_the_policy_and_is_not_kept(string address, HttpStatusCode expected)
    {
        using var clerk = await SignedInAsync(PortalRole.Administrator);

        using var answer = await clerk.GetAsync(address, Stop);

        Assert.Equal(expected, answer.StatusCode);
        IsProtected(answer);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/findings", HttpStatusCode.Redirect)]
    [InlineData("/theme.css", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task A_way_elsewhere_and_what_may_be_kept_carry_the_policy_too(string address, HttpStatusCode expected)
    {
        using var stranger = portal.Stranger();

        using var answer = await stranger.GetAsync(address, Stop);

        Assert.Equal(expected, answer.StatusCode);
        IsProtected(answer);
    }

    [Fact]
    public async Task A_failure_carries_the_policy_too()
    {
        await using var broken = new RunningPortal();
        using var client = broken.Stranger();
        await broken.Services.GetRequiredService<UnitOfWork>().WriteAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE Accounts RENAME TO Elsewhere", Stop), Stop);

        using var answer = await client.GetAsync("/signin", Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        IsProtected(answer);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.Forbidden, "https://localhost")]
    [InlineData("https://localhost:81", HttpStatusCode.Forbidden, "https://localhost")]
    [InlineData("https://localhost", HttpStatusCode.OK, "https://localhost")]
    public async Task A_circuit_is_opened_from_our_own_pages_only(string origin, HttpStatusCode expected, string at = "http://localhost")
    {
        using var clerk = await SignedInAsync(PortalRole.Administrator, new Uri(at));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);

        using var answer = await clerk.SendAsync(request, Stop);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/signout")]
    [InlineData("/signin/persona")]
    public async Task No_other_site_signs_anybody_in_or_out(string address)
    {
        using var clerk = await SignedInAsync(PortalRole.Administrator);
        using var forged = new FormUrlEncodedContent([new("account", Guid.CreateVersion7().ToString()), new("__RequestVerificationToken", "forged")]);

        using var answer = await clerk.PostAsync(address, forged, Stop);
        using var after = await clerk.GetAsync("/findings", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private async Task<HttpClient> SignedInAsync(PortalRole role, Uri? at = null)
    {
        await portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(
            async db =>
            {
                var name = $"示例{role}";
                if (await db.People.AnyAsync(p => p.FullName == name, Stop))
                {
                    return;
                }

                var person = Person.Staff(PersonId.New(), name);
                db.People.Add(person);
                db.Accounts.Add(Account.For(person.Id, role));
                if (role == PortalRole.Supervisor)
                {
                    var today = portal.Services.GetRequiredService<TimeProvider>().Today();
                    db.Appointments.Add(Appointment.FromRegister(
                        AppointmentId.New(), person.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, today.AddDays(-1), today.AddDays(1), AppointmentState.Active, null, null, null, []));
                }
            },
            Stop);
        return await portal.SignInAsync($"示例{role}", _cookies, at);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_before_signing_out_is_worth_nothing_after()
    {
        using var clerk = await SignedInAsync(PortalRole.Administrator);
        using var thief = portal.Client();
        thief.DefaultRequestHeaders.Add("Cookie", _cookies.GetCookieHeader(clerk.BaseAddress!));
        using var before = await thief.GetAsync("/findings", Stop);

        using var left = await SendFormAsync(clerk, "/findings", "/signout");
        using var after = await thief.GetAsync("/findings", Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode));
        Assert.Equal("/signin", after.Headers.Location?.AbsolutePath);
    }

    /// <summary>Fills in nothing and presses the button, as a browser would.</summary>
    private static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string page, string action)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(page, Stop));
        var form = document.QuerySelector($"form[action='{action}']")!;
        using var fields = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        return await client.PostAsync(action, fields, Stop);
    }

    private static void IsProtected(HttpResponseMessage answer)
    {
        Assert.Equal([WebSurface.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
        ProtectedHeaders.AreOn(answer);
    }
}

using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Access.SignIn;
using Portal.Configuration;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

/// <summary>The portal over plain HTTP: what somebody gets who is not signed in, and what every answer carries.</summary>
public sealed class WayInTests(WayInTests.Running portal) : IClassFixture<WayInTests.Running>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/findings")]
    [InlineData("/findings/export")]
    [InlineData("/recusals/export")]
    [InlineData("/supervisors/export")]
    [InlineData("/dashboard/year.xlsx")]
    [InlineData("/import/sample")]
    public async Task Nothing_is_shown_before_signing_in(string path)
    {
        using var answer = await portal.Client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signin", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task There_is_no_circuit_for_the_anonymous()
    {
        using var answer = await portal.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("blazor.web.js", await portal.Client.GetStringAsync("/signin", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin/persona")]
    [InlineData("/signout")]
    public async Task A_form_of_another_site_is_refused(string path)
    {
        using var form = new FormUrlEncodedContent([new("account", Guid.Empty.ToString())]);

        using var answer = await portal.Client.PostAsync(path, form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/tokens.css")]
    public async Task Every_answer_carries_the_policy(string path)
    {
        using var answer = await portal.Client.GetAsync(path, Cancel);

        Assert.Contains("script-src 'self';", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")) + ";", StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Chinese_is_sent_as_itself()
    {
        Assert.Contains("特邀监督员", await portal.Client.GetStringAsync("/signin", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    [InlineData("Development", true)]
    public async Task Choosing_a_person_is_possible_in_development_only(string environment, bool open)
    {
        using var office = new SmallOffice();
        var personas = new Personas(new Place(environment), office.Db, office.Clock);

        Assert.Equal(open, personas.IsOpen);
        Assert.Empty(await personas.ListAsync(Cancel));
    }

    [Fact]
    public void Without_an_identity_provider_the_portal_does_not_start_in_production_and_names_the_keys()
    {
        var refused = new IdentityProviderValidator(new Place("Production")).Validate(null, new SignInOptions());

        Assert.True(refused.Failed);
        Assert.All(["Portal:SignIn:Authority", "Portal:SignIn:ClientId", "Portal:SignIn:ClientSecret"], key => Assert.Contains(key, refused.FailureMessage, StringComparison.Ordinal));
        Assert.True(new IdentityProviderValidator(new Place("Development")).Validate(null, new SignInOptions()).Succeeded);
    }

    /// <summary>The portal as it is, with an empty office.</summary>
    public sealed class Running : IDisposable
    {
        private readonly string _data = Path.Combine(Path.GetTempPath(), $"portal-http-{Guid.CreateVersion7():N}");
        private readonly WebApplicationFactory<Program> _portal;

        public Running()
        {
            _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
                .UseEnvironment("Development")
                .UseSetting("Portal:DataFolder", _data)
                .UseSetting("Portal:StartEmpty", "true")
                .UseSetting("Portal:Logs:Folder", Path.Combine(_data, "logs"))
                .UseSetting("Portal:Logs:MinimumLevel", "Error"));
            Client = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        }

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _portal.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            TestFolder.Delete(_data);
        }
    }
}

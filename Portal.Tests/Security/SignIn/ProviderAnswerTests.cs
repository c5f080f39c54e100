using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Portal.Access;
using Portal.Access.SignIn;
using Portal.Domain.People;

namespace Portal.Tests.Security.SignIn;

/// <summary>An identity provider that answers wrong lets nobody in (security.md 29): a page in words, one line in the log, no session, no trace, no loop.</summary>
[Collection(ProviderGroup.Name)]
public sealed class ProviderAnswerTests(ProviderGroup.Running running) : ProviderTests(running)
{
    private static readonly Dictionary<string, Func<TestProvider, JsonObject, Lie>> s_lies = new()
    {
        ["nonce of another sign-in"] = (_, token) => With(token, "nonce", "another"),
        ["no nonce"] = (_, token) => With(token, "nonce", null),
        ["meant for another client"] = (_, token) => With(token, "aud", "another-client"),
        ["meant for nobody"] = (_, token) => With(token, "aud", null),
        ["of another issuer"] = (_, token) => With(token, "iss", "https://evil.example/"),
        ["of our issuer, nearly"] = (provider, token) => With(token, "iss", provider.Issuer.TrimEnd('/')),
        ["expired"] = (_, token) => With(token, "exp", Seconds(-121)),
        ["without an end"] = (_, token) => With(token, "exp", null),
        ["not valid yet"] = (_, token) => With(token, "nbf", Seconds(200)),
        ["issued in the future"] = (_, token) => With(token, "iat", Seconds(200)),
        ["of somebody who will give their password some day"] = (_, token) => With(token, "auth_time", Seconds(200)),
        ["of somebody who gave it in another age"] = (_, token) => With(token, "auth_time", JsonValue.Create(long.MaxValue)),
        ["unsigned"] = (_, token) => new Lie(Token: TestProvider.Sign(token, null)),
        ["signed with the public key as a secret"] = (provider, token) => new Lie(new SigningCredentials(
            new SymmetricSecurityKey(Encoding.ASCII.GetBytes(((RsaSecurityKey)provider.Key.Key).Rsa.ExportRSAPublicKeyPem())) { KeyId = provider.Key.Kid }, SecurityAlgorithms.HmacSha256)),
        ["signed with a key nobody knows"] = (_, _) => new Lie(new SigningCredentials(TestProvider.NewKey(), SecurityAlgorithms.RsaSha256)),
        ["signed with another key under a known name"] = (provider, _) =>
        {
            var key = TestProvider.NewKey();
            key.KeyId = provider.Key.Kid;
            return new Lie(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        },
        ["of nobody"] = (_, token) => With(token, "sub", null),
        ["of somebody with an endless name"] = (_, token) => With(token, "sub", new string('x', 201)),
        ["no token at all"] = (_, _) => new Lie(Token: "not.a.token"),
        ["larger than any token"] = (_, token) => With(token, "padding", new string('x', 300_000)),
    };

    public static TheoryData<string> Lies => [.. s_lies.Keys];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_is_not_right_lets_nobody_in(string lie)
    {
        await Portal.AccountAsync(PortalRole.Administrator, Provider.Subject);
        Provider.Lie = token => s_lies[lie](Provider, token);

        await IsRefusedAsync(SignInProblem.AnswerRefused);

        Provider.Lie = null;
        using var honest = await Portal.SignedInAsync();
    }

    [Fact]
    public async Task An_answer_nobody_asked_for_lets_nobody_in()
    {
        using var visitor = new Visitor();
        foreach (var query in new[] { "?code=x", "?code=x&state=y", "?state=y", "?error=server_error&state=y", "" })
        {
            var page = await visitor.OpenAsync(Portal.At($"/signin/callback{query}"));
            Assert.Equal(("/signin", HttpStatusCode.OK), (page.Address.AbsolutePath, page.Status));
            Assert.NotNull(page.Problem);
        }

        Assert.Empty(SessionCookies(visitor));
    }

    [Fact]
    public async Task An_answer_in_another_browser_or_given_twice_lets_nobody_in()
    {
        await Portal.AccountAsync(PortalRole.Administrator, Provider.Subject);
        using var visitor = new Visitor();
        using var other = new Visitor();
        using var asked = await visitor.SendAsync(HttpMethod.Get, Portal.At("/signin/provider"));
        using var answered = await visitor.SendAsync(HttpMethod.Get, asked.Headers.Location!);
        var callback = answered.Headers.Location!;

        var elsewhere = await other.OpenAsync(callback);
        var here = await visitor.OpenAsync(callback);
        using var replayer = new Visitor();
        foreach (var (authority, jar) in visitor.Cookies)
        {
            replayer.Cookies[authority] = new(jar.Where(c => c.Key != "portal"));
        }

        var again = await replayer.OpenAsync(callback);

        Assert.Equal(nameof(SignInProblem.Expired), elsewhere.Problem);
        Assert.Equal("/", here.Address.AbsolutePath);
        Assert.Equal("/signin", again.Address.AbsolutePath);
        Assert.Empty(SessionCookies(other).Concat(SessionCookies(replayer)));
    }

    [Fact]
    public async Task Somebody_the_portal_does_not_know_gets_words_and_no_rights()
    {
        var page = await IsRefusedAsync(SignInProblem.Unknown);

        Assert.Contains("邀请", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_subject_of_another_issuer_is_somebody_else()
    {
        var account = await Portal.AccountAsync(PortalRole.Administrator);
        await Portal.WriteAsync(db =>
        {
            db.Accounts.Single(a => a.Id == account).Bind("https://another.example/", Provider.Subject);
            return Task.CompletedTask;
        });

        await IsRefusedAsync(SignInProblem.Unknown);
    }

    [Fact]
    public async Task A_disabled_account_and_a_term_that_is_over_are_told_apart_and_let_nobody_in()
    {
        var disabled = await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        await Portal.WriteAsync(db =>
        {
            db.Accounts.Single(a => a.Id == disabled).Disable(PersonId.New(), isLastAdministrator: false);
            return Task.CompletedTask;
        });
        await IsRefusedAsync(SignInProblem.Disabled);

        Provider.Subject += "-retired";
        var retired = await Portal.AccountAsync(PortalRole.Supervisor, Provider.Subject);
        await Portal.WriteAsync(async db =>
        {
            var person = db.Accounts.Single(a => a.Id == retired).Person;
            await db.Appointments.Where(t => t.Person == person).ExecuteDeleteAsync(Stop);
        });
        await IsRefusedAsync(SignInProblem.NotInOffice);
    }

    [Fact]
    public async Task A_role_that_the_provider_states_gives_nothing()
    {
        await Portal.AccountAsync(PortalRole.Supervisor, Provider.Subject);
        Provider.Roles = ["Administrator", "administrator", "Leadership"];

        using var supervisor = await Portal.SignedInAsync();
        var page = await supervisor.OpenAsync(Portal.At("/accounts"));
        using var export = await supervisor.SendAsync(HttpMethod.Get, Portal.At("/findings/export"));

        Assert.Null(page.Part("accounts"));
        Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);
    }

    private static Lie With(JsonObject token, string claim, JsonNode? value)
    {
        token.Remove(claim);
        if (value is not null)
        {
            token[claim] = value;
        }

        return new Lie();
    }

    private static JsonValue Seconds(int fromNow) => JsonValue.Create(TimeProvider.System.GetUtcNow().AddSeconds(fromNow).ToUnixTimeSeconds());

    private static IEnumerable<string> SessionCookies(Visitor visitor) => visitor.Cookies.Values.SelectMany(jar => jar.Keys).Where(name => name.EndsWith("portal", StringComparison.Ordinal));

    private async Task<Page> IsRefusedAsync(SignInProblem problem)
    {
        using var visitor = new Visitor();
        var sessions = Portal.Read(db => db.Sessions.Count());
        var logged = Portal.Log.Count;

        var page = await Portal.EnterAsync(visitor);

        Assert.Equal(("/signin", HttpStatusCode.OK, problem.ToString()), (page.Address.AbsolutePath, page.Status, page.Problem));
        Assert.InRange(visitor.Hops, 1, 4);
        Assert.Empty(SessionCookies(visitor));
        Assert.Equal(sessions, Portal.Read(db => db.Sessions.Count()));
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.Single(Portal.Log.Skip(logged), line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains($": {problem}", StringComparison.Ordinal));
        return page;
    }
}

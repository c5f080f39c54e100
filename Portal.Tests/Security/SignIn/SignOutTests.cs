using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Portal.Access;
using Portal.Audit;
using Portal.Data.SignIns;

namespace Portal.Tests.Security.SignIn;

/// <summary>Leaving, here and at the provider.</summary>
[Collection(ProviderGroup.Name)]
public sealed class SignOutTests(ProviderGroup.Running running) : ProviderTests(running)
{
    private static readonly Dictionary<string, Func<TestProvider, string>> s_notLogouts = new()
    {
        ["nothing"] = _ => "",
        ["no token"] = _ => "not.a.token",
        ["an ID token"] = provider => provider.LogoutToken(type: "JWT"),
        ["with a nonce"] = provider => provider.LogoutToken(t => t["nonce"] = "n"),
        ["without events"] = provider => provider.LogoutToken(t => t.Remove("events")),
        ["with another event"] = provider => provider.LogoutToken(t => t["events"] = new JsonObject { ["http://schemas.openid.net/event/other"] = new JsonObject() }),
        ["with an event that is no object"] = provider => provider.LogoutToken(t => t["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = "yes" }),
        ["of another issuer"] = provider => provider.LogoutToken(t => t["iss"] = "https://evil.example/"),
        ["for another client"] = provider => provider.LogoutToken(t => t["aud"] = "another-client"),
        ["expired"] = provider => provider.LogoutToken(t => t["exp"] = TimeProvider.System.GetUtcNow().AddSeconds(-121).ToUnixTimeSeconds()),
        ["without an end"] = provider => provider.LogoutToken(t => t.Remove("exp")),
        ["of the future"] = provider => provider.LogoutToken(t => t["iat"] = TimeProvider.System.GetUtcNow().AddSeconds(200).ToUnixTimeSeconds()),
        ["without an id"] = provider => provider.LogoutToken(t => t.Remove("jti")),
        ["of nobody"] = provider => provider.LogoutToken(t =>
        {
            t.Remove("sub");
            t.Remove("sid");
        }),
        ["signed by somebody else"] = provider => provider.LogoutToken(key: new SigningCredentials(TestProvider.NewKey(), SecurityAlgorithms.RsaSha256)),
        ["unsigned"] = provider => string.Join('.', provider.LogoutToken().Split('.')[..2]) + ".",
    };

    public static TheoryData<string> NotLogouts => [.. s_notLogouts.Keys];

    [Theory]
    [MemberData(nameof(NotLogouts))]
    public async Task What_is_no_logout_token_ends_nothing(string what)
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var visitor = await Portal.SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(s_notLogouts[what](Provider)));

        Assert.Equal(HttpStatusCode.OK, await FindingsAsync(visitor));
    }

    [Theory]
    [InlineData("sub and sid")]
    [InlineData("sid")]
    [InlineData("sub")]
    public async Task The_provider_ends_what_it_names_and_nothing_else(string named)
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var first = await Portal.SignedInAsync();
        Provider.Session += "-second";
        using var second = await Portal.SignedInAsync();
        using var stranger = await SomebodyElseAsync();

        var token = Provider.LogoutToken(t =>
        {
            if (!named.Contains("sub", StringComparison.Ordinal))
            {
                t.Remove("sub");
            }

            if (!named.Contains("sid", StringComparison.Ordinal))
            {
                t.Remove("sid");
            }
        });
        Assert.Equal(HttpStatusCode.OK, await TellAsync(token));

        Assert.Equal(named == "sub" ? HttpStatusCode.Redirect : HttpStatusCode.OK, await FindingsAsync(first));
        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync(second));
        Assert.Equal(HttpStatusCode.OK, await FindingsAsync(stranger));
    }

    [Fact]
    public async Task Each_sign_in_and_each_end_of_one_is_on_record_with_the_session_it_changes()
    {
        var account = await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var first = await Portal.SignedInAsync();
        using var again = await Portal.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, await TellAsync(Provider.LogoutToken(t => t.Remove("sid"))));

        var sessions = Portal.Read(db => db.Sessions.Where(s => s.Account == account).OrderBy(s => s.BeganAt).ThenBy(s => s.Id).Select(s => s.Id).ToList());
        var keys = sessions.ConvertAll(s => s.Value.ToString("D"));
        var rows = Portal.Read(db => db.AuditEntries.Where(e => e.ObjectType == "Session" && keys.Contains(e.ObjectId!)).OrderBy(e => e.Sequence).ToList());

        Assert.Equal(2, sessions.Count);
        Assert.Equal([AuditActs.SignIn, AuditActs.SignIn, AuditActs.ProviderSignOut, AuditActs.ProviderSignOut], rows.ConvertAll(r => r.Act));
        Assert.Equal([account, account, null, null], rows.ConvertAll(r => r.Account));
        Assert.All(rows.TakeLast(2), row => Assert.Contains(nameof(SessionEnd.EndedByProvider), row.After, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_logout_token_works_once()
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        var token = Provider.LogoutToken();
        Assert.Equal(HttpStatusCode.OK, await TellAsync(token));
        using var later = await Portal.SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(token));

        Assert.Equal(HttpStatusCode.OK, await FindingsAsync(later));
    }

    [Fact]
    public async Task A_logout_that_could_not_be_written_may_be_told_again()
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var visitor = await Portal.SignedInAsync();
        var token = Provider.LogoutToken();
        await Portal.WriteAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE SignInSessions RENAME TO Elsewhere", Stop));
        try
        {
            Assert.True(await TellAsync(token) >= HttpStatusCode.InternalServerError);
        }
        finally
        {
            await Portal.WriteAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE Elsewhere RENAME TO SignInSessions", Stop));
        }

        Assert.Equal(HttpStatusCode.OK, await TellAsync(token));

        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync(visitor));
        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(token));
    }

    [Fact]
    public async Task Leaving_ends_the_session_and_goes_by_the_provider()
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var visitor = await Portal.SignedInAsync();
        var home = await visitor.OpenAsync(Portal.At("/findings"));

        var left = await visitor.SubmitAsync(home, "/signout");
        using var provider = await visitor.SendAsync(HttpMethod.Get, Portal.At("/signout/provider"));

        Assert.Equal("/signin?left=true", left.Address.PathAndQuery);
        Assert.Contains("/signout/provider", left.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.StartsWith($"{Provider.Issuer}logout?", provider.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("client_id=portal", provider.Headers.Location.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync(visitor));
    }

    [Fact]
    public async Task Leaving_everywhere_ends_every_session_of_the_account_and_nobody_elses()
    {
        var account = await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var here = await Portal.SignedInAsync();
        using var there = await Portal.SignedInAsync();
        using var stranger = await SomebodyElseAsync();

        await here.SubmitAsync(await here.OpenAsync(Portal.At("/my/sign-ins")), "/signout/everywhere");

        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync(here));
        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync(there));
        Assert.Equal(HttpStatusCode.OK, await FindingsAsync(stranger));
        Assert.Equal(
            [SessionEnd.SignedOut, SessionEnd.EndedElsewhere],
            Portal.Read(db => db.Sessions.Where(s => s.Account == account).OrderBy(s => s.BeganAt).Select(s => s.EndedBecause!.Value).ToList()));
    }

    private async Task<Visitor> SomebodyElseAsync()
    {
        var before = (Provider.Subject, Provider.Session);
        (Provider.Subject, Provider.Session) = ($"{before.Subject}-other", $"{before.Session}-other");
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        var visitor = await Portal.SignedInAsync();
        (Provider.Subject, Provider.Session) = before;
        return visitor;
    }

    private async Task<HttpStatusCode> FindingsAsync(Visitor visitor)
    {
        using var answer = await visitor.SendAsync(HttpMethod.Get, Portal.At("/findings"));
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> TellAsync(string token)
    {
        using var provider = new Visitor();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await provider.SendAsync(HttpMethod.Post, Portal.At("/signout/backchannel"), form);
        return answer.StatusCode;
    }
}

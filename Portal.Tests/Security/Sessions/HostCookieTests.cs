using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Portal.Access;
using Portal.Access.Sessions;
using Portal.Tests.Security.SignIn;
using Portal.Tests.Support;
using SameSiteMode = Microsoft.Net.Http.Headers.SameSiteMode;

namespace Portal.Tests.Security.Sessions;

/// <summary>The name of a cookie is a promise that the browser keeps: this host, https only, the whole site. Here as the portal answers behind a proxy that speaks https for it.</summary>
public sealed class HostCookieTests : IAsyncLifetime
{
    private const string Host = "portal.example";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> _cookies = [];
    private PortalWithProvider _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await PortalWithProvider.StartAsync(settings: new Dictionary<string, string>
    {
        ["AllowedHosts"] = $"localhost;127.0.0.1;{Host}",
        ["Portal:Web:KnownProxies"] = "127.0.0.1;::1",
    });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_the_host_and_to_https()
    {
        await _portal.AccountAsync(PortalRole.Administrator, _portal.Provider.Subject);
        var set = new List<SetCookieHeaderValue>();
        set.AddRange(Read(await SendAsync(At("/language?to=en"))));
        set.AddRange(Read(await SendAsync(At("/preference?theme=dark"))));
        using var asked = await SendAsync(At("/signin/provider"));
        set.AddRange(Read(asked));
        using var answered = await SendAsync(asked.Headers.Location!, forwarded: false);
        using var entered = await SendAsync(At(answered.Headers.Location!.PathAndQuery));
        set.AddRange(Read(entered));
        Assert.Equal("/", entered.Headers.Location!.ToString());
        set.AddRange(Read(await SendAsync(At("/findings"))));

        // Language, looks, state and nonce (set, and taken back), the key of the session, and what forms are known by.
        Assert.Equal(8, set.Count);
        Assert.All(set, cookie =>
        {
            Assert.StartsWith("__Host-", cookie.Name.Value, StringComparison.Ordinal);
            Assert.Equal(("/", true, false), (cookie.Path.Value, cookie.Secure, cookie.Domain.HasValue));
            Assert.True(cookie.SameSite is SameSiteMode.Lax or SameSiteMode.Strict, $"{cookie.Name} {cookie.SameSite}");
            // The script that changes how a page looks keeps it without asking.
            Assert.Equal(cookie.Name != "__Host-portal-view", cookie.HttpOnly);
        });
        Assert.Contains(set, c => c.Name == "__Host-portal" && c.Value.Length > 0);

        // And what is bound is read again.
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(At("/findings"))).StatusCode);
        Assert.Contains("lang=\"en\"", await (await SendAsync(At("/findings"))).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_neighbour_planted_under_the_plain_name_is_not_read()
    {
        await _portal.AccountAsync(PortalRole.Administrator, _portal.Provider.Subject);
        using var visitor = await _portal.SignedInAsync();
        var key = visitor.Cookies[_portal.Address.Authority]["portal"];

        _cookies["portal"] = key;
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(At("/findings"))).StatusCode);

        _cookies.Remove("portal");
        _cookies["__Host-portal"] = key;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(At("/findings"))).StatusCode);
    }

    [Fact]
    public async Task A_proxy_that_nobody_knows_makes_no_https()
    {
        await using var alone = await PortalWithProvider.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, alone.At("/signin"));
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await _client.SendAsync(request, Stop);

        Assert.All(SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]), cookie => Assert.False(cookie.Secure));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/signin", HttpStatusCode.OK)]
    [InlineData("/findings", HttpStatusCode.Redirect)]
    [InlineData("/theme.css", HttpStatusCode.OK)]
    public async Task On_https_every_answer_says_that_it_stays_so(string address, HttpStatusCode expected)
    {
        using var answer = await SendAsync(At(address));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
        ProtectedHeaders.AreOn(answer);
    }

    [Theory]
    [InlineData("/import/template", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task A_file_and_what_there_is_not_say_so_too(string address, HttpStatusCode expected)
    {
        await _portal.AccountAsync(PortalRole.Administrator, _portal.Provider.Subject);
        using var visitor = await _portal.SignedInAsync();
        _cookies["__Host-portal"] = visitor.Cookies[_portal.Address.Authority]["portal"];

        using var answer = await SendAsync(At(address));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
        ProtectedHeaders.AreOn(answer);
    }

    [Fact]
    public void Whoever_enters_does_not_continue_what_the_browser_brought()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "portal=planted";

        Assert.Null(new SessionCookie(reads: false).GetRequestCookie(http, "any"));
        Assert.Equal("planted", new SessionCookie(reads: true).GetRequestCookie(http, "any"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; PGT-AN00) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat · Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("<script>alert(1)</script>", "? · ?")]
    [InlineData(null, "? · ?")]
    public void A_device_is_two_words(string? userAgent, string words) => Assert.Equal(words, DeviceWords.Of(userAgent));

    private Uri At(string path) => _portal.At(path);

    private static IList<SetCookieHeaderValue> Read(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? SetCookieHeaderValue.ParseList([.. set]) : [];

    /// <summary>As the proxy passes it on, with the cookies that a browser would have kept.</summary>
    private async Task<HttpResponseMessage> SendAsync(Uri address, bool forwarded = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (forwarded)
        {
            request.Headers.Host = Host;
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await _client.SendAsync(request, Stop);
        foreach (var cookie in forwarded ? Read(answer) : [])
        {
            _cookies[cookie.Name.Value!] = cookie.Value.Value!;
        }

        return answer;
    }
}

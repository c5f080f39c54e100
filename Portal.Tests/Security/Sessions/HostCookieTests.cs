using Microsoft.AspNetCore.Http;
using Portal.Access.Sessions;

namespace Portal.Tests.Security.Sessions;

/// <summary>The name of the cookie is a promise that the browser keeps: this host, https only, the whole site.</summary>
public sealed class HostCookieTests
{
    [Theory]
    [InlineData("https", "__Host-portal")]
    [InlineData("http", "portal")]
    public void On_https_it_is_bound_to_the_host(string scheme, string name)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;

        new SessionCookie(reads: true).AppendResponseCookie(http, "any", "value", new CookieOptions { Path = "/", HttpOnly = true, Secure = scheme == "https", SameSite = SameSiteMode.Lax });

        var cookie = http.Response.Headers.SetCookie.ToString();
        Assert.StartsWith($"{name}=value; path=/;", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_plain_cookie_is_not_read_on_https()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "https";
        http.Request.Headers.Cookie = "portal=planted";

        Assert.Null(new SessionCookie(reads: true).GetRequestCookie(http, "any"));
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
}

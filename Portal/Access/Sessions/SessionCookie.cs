using Microsoft.AspNetCore.Authentication.Cookies;

namespace Portal.Access.Sessions;

/// <summary>The cookie of a sign-in.</summary>
/// <param name="reads">False for whoever enters: what the browser brought along is not continued, so that nobody is given a key to wait behind.</param>
internal sealed class SessionCookie(bool reads) : ICookieManager
{
    public const string Name = "portal";

    /// <summary>The scheme that begins sessions; the default scheme continues them.</summary>
    public const string EnteringScheme = "Entering";

    private static readonly ChunkingCookieManager s_cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => reads ? s_cookies.GetRequestCookie(context, Name) : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        s_cookies.AppendResponseCookie(context, Name, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => s_cookies.DeleteCookie(context, Name, options);
}

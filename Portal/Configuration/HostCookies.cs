using Microsoft.Net.Http.Headers;

namespace Portal.Configuration;

/// <summary>
/// On https every cookie, whoever sets it, has a name that makes the browser bind it to this host and to https: no neighbour under the same domain, and nobody on an unencrypted line,
/// can plant one. Within the portal it has its plain name, as on a developer's http.
/// </summary>
internal static class HostCookies
{
    /// <summary>Browsers take such a cookie only over https, for the whole site, and without a domain.</summary>
    public const string Prefix = "__Host-";

    /// <summary>Goes behind whatever says which scheme it is, and before whatever reads a cookie.</summary>
    public static WebApplication UseHostCookies(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps)
            {
                http.Request.Headers.Cookie = OwnOf(http.Request.Headers.Cookie);
                http.Response.OnStarting(() =>
                {
                    Bind(http.Response.Headers);
                    return Task.CompletedTask;
                });
            }

            return next(http);
        });
        return app;
    }

    /// <summary>What was bound to this host, under its plain name; what was not is not ours.</summary>
    private static string? OwnOf(IEnumerable<string?> sent)
    {
        var own = sent.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries)).Where(c => c.StartsWith(Prefix, StringComparison.Ordinal)).Select(c => c[Prefix.Length..]).ToList();
        return own.Count == 0 ? null : string.Join("; ", own);
    }

    private static void Bind(IHeaderDictionary headers)
    {
        if (headers.SetCookie.Count > 0)
        {
            headers.SetCookie = SetCookieHeaderValue.ParseList(headers.SetCookie).Select(Bound).ToArray();
        }
    }

    private static string Bound(SetCookieHeaderValue cookie)
    {
        (cookie.Name, cookie.Path, cookie.Domain, cookie.Secure) = (Prefix + cookie.Name, "/", default, true);
        return cookie.ToString();
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Portal.Configuration;

/// <summary>What every answer carries: the policy that leaves injected script nothing to run, and no traces for others to read.</summary>
public static class WebSurface
{
    /// <summary>Measured with MudBlazor: styles need 'unsafe-inline', scripts do not.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'; report-uri " + PolicyReports.Address;

    /// <summary>For files that people brought: whatever shows one may run nothing of it.</summary>
    public const string EvidencePolicy = "sandbox; default-src 'none'";

    private const string Circuits = "/_blazor";

    private static readonly TimeSpan s_secureFor = TimeSpan.FromDays(365);

    public static IServiceCollection AddWebSurface(this IServiceCollection services)
    {
        // Chinese as itself: escaped, every character costs eight bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression();
        // An address that makes no sense is the sender's mistake, in Development too, and no failure to log.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddHsts(options => options.MaxAge = s_secureFor);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>(BelieveProxies);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell.Unfinished);
        services.AddHostedService<Farewell>();
        return services.AddAnonymousLimit().AddHealth();
    }

    public static WebApplication UseWebSurface(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            // Last of all: what answers a failure begins by clearing the headers.
            context.Response.OnStarting(() =>
            {
                SetHeaders(context.Response.Headers);
                return Task.CompletedTask;
            });
            return IsFromElsewhere(context.Request) ? Refuse(context) : next();
        });
        app.UseHostCookies();
        app.UseResponseCompression();
        return app;
    }

    /// <summary>Goes after authentication: who is signed in is not limited by address.</summary>
    public static WebApplication MapWebSurface(this WebApplication app)
    {
        app.UseRateLimiter();
        app.MapHealth();
        app.MapPolicyReports();
        return app;
    }

    /// <summary>A visitor's own word on where they come from counts for nothing; without a known proxy nobody's does.</summary>
    private static void BelieveProxies(ForwardedHeadersOptions forwarded, IOptions<WebOptions> web)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in web.Value.Proxies())
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        // With nobody to believe the middleware would believe everybody.
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = 1;
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy != EvidencePolicy)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (headers.CacheControl.Count == 0)
        {
            // Only what says so itself, such as a stylesheet, may be kept: not a list, nor a page behind the back button.
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>A socket is not bound to its site by the browser, only its cookie is; a neighbour under the same domain has that too.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Path.StartsWithSegments(Circuits)
        && request.Headers.Origin is [{ } origin, ..]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOwn(from, request));

    /// <summary>The scheme too: whoever sits on the line can answer for the portal's name on http.</summary>
    private static bool IsOwn(Uri from, HttpRequest request) =>
        string.Equals(from.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(from.Authority, new Uri($"{request.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

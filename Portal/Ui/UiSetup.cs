using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;
using Portal.Data;

namespace Portal.Ui;

/// <summary>The frame's services, middleware and addresses.</summary>
public static class UiSetup
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static IServiceCollection AddPortalUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese as itself: a third of the bytes
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddLocalization();
        services.AddTransient<MudLocalizer, MudBlazorWords>();
        services.AddTransient<Words>();
        services.Configure<RequestLocalizationOptions>(SetCultures);
        services.TryAddSingleton(new PortalNotices(DemonstrationData: false));
        return services;
    }

    /// <summary>Goes first in the pipeline: language, and pages in words for what went wrong.</summary>
    public static WebApplication UsePortalUi(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = failure => StorageTroubles.Of(failure) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowWhatWentWrong);
        return app;
    }

    /// <summary>The page in words is only shown: sent again as what failed, a forged or broken form would fail there too.</summary>
    private static Task ShowWhatWentWrong(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
        }

        if (StorageTroubles.Of(http.Features.Get<IExceptionHandlerFeature>()?.Error) is not null)
        {
            // The page asks nobody who reads it: the answer would be the same trouble again.
            var cookies = http.Request.Cookies.Where(c => c.Key is ViewPreferences.Cookie || c.Key == CookieRequestCultureProvider.DefaultCookieName);
            http.Request.Headers.Cookie = string.Join("; ", cookies.Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}"));
        }

        return next(http);
    }

    /// <summary>Goes after authentication and authorization.</summary>
    public static WebApplication MapPortalUi(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapGet("/theme.css", SendTheme).AllowAnonymous().DisableRateLimiting();
        app.MapGet("/language", ChooseLanguage).AllowAnonymous();
        app.MapGet("/preference", ChooseView).AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server =>
            {
                // Compressed sockets cost 240 to 310 KiB a circuit and tell an eavesdropper about secrets beside typed text.
                server.DisableWebSocketCompression = true;
                server.ContentSecurityFrameAncestorsPolicy = "'none'";
            })
            .Add(CloseWithTheSession);
        return app;
    }

    /// <summary>Only the reader's own choice counts: an English browser on its first visit still gets Chinese.</summary>
    private static void SetCultures(RequestLocalizationOptions localization)
    {
        localization.SetDefaultCulture(Chinese).AddSupportedCultures(Chinese, English).AddSupportedUICultures(Chinese, English);
        localization.RequestCultureProviders = [new CookieRequestCultureProvider()];
        localization.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>By default a circuit outlives the cookie it was opened with, for ever.</summary>
    private static void CloseWithTheSession(EndpointBuilder endpoint)
    {
        foreach (var connection in endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>())
        {
            connection.CloseOnAuthenticationExpiration = true;
            // The other ways would be lines that nobody counts.
            connection.Transports = HttpTransportType.WebSockets;
        }
    }

    private static IResult SendTheme(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(ThemeSheet.Css, "text/css");
    }

    private static RedirectHttpResult ChooseLanguage(HttpContext http, [FromQuery] string? to, [FromQuery] string? back)
    {
        var culture = new RequestCulture(to == English ? English : Chinese);
        http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture), Kept(http, httpOnly: true));
        return TypedResults.LocalRedirect(LocalAddress.OrHome(back));
    }

    private static RedirectHttpResult ChooseView(HttpContext http, [FromQuery] string? back)
    {
        var before = ViewPreferences.Parse(http.Request.Cookies[ViewPreferences.Cookie]);
        var view = ViewPreferences.Parse(http.Request.QueryString.Value, before);
        http.Response.Cookies.Append(ViewPreferences.Cookie, view.ToString(), Kept(http, httpOnly: false));
        return TypedResults.LocalRedirect(LocalAddress.OrHome(back));
    }

    private static CookieOptions Kept(HttpContext http, bool httpOnly) => new()
    {
        HttpOnly = httpOnly,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}

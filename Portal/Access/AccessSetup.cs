using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Portal.Access.Sessions;
using Portal.Access.SignIn;
using Portal.Configuration;

namespace Portal.Access;

public static class AccessSetup
{
    /// <param name="hasProvider">Whether an identity provider is configured; without one its addresses do not exist.</param>
    public static IServiceCollection AddPortalAccess(this IServiceCollection services, bool hasProvider)
    {
        services.AddHttpContextAccessor();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddCookie(SessionCookie.EnteringScheme);
        foreach (var scheme in new[] { CookieAuthenticationDefaults.AuthenticationScheme, SessionCookie.EnteringScheme })
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<SessionStore, IDataProtectionProvider>((cookie, sessions, protection) =>
            {
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.CookieManager = new SessionCookie(reads: scheme != SessionCookie.EnteringScheme);
                cookie.SessionStore = sessions;
                // One format, so that what one scheme begins the other continues.
                cookie.TicketDataFormat = new TicketDataFormat(protection.CreateProtector("Portal.Session"));
                // How long is the session's to say; the cookie needs no renewal.
                cookie.SlidingExpiration = false;
                cookie.LoginPath = "/signin";
                cookie.AccessDeniedPath = "/not-permitted";
                cookie.ReturnUrlParameter = "back";
                TellWhoWasSignedIn(cookie);
            });
        }

        if (hasProvider)
        {
            services.AddIdentityProvider(authentication);
        }

        services.Configure<HubOptions>(hub => hub.AddFilter<CircuitGate>());
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddDataProtection().SetApplicationName("SupervisionPortal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IHostEnvironment, IOptions<PortalOptions>, ILoggerFactory>((keys, environment, portal, logs) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, portal.Value.DataFolder, "keys")), logs));
        return services
            .AddAccessDecisions()
            .AddSingleton<SessionStore>()
            .AddSingleton<CircuitGate>()
            .AddHostedService<SessionWatch>()
            .AddHostedService<SessionExpiry>()
            .AddSingleton<IdentityProvider>()
            .AddSingleton<ProviderSignIn>()
            .AddSingleton<BackChannelLogout>()
            .AddScoped<CircuitHandler, ActivityGate>()
            .AddScoped<AuthenticationStateProvider, StandingWatch>()
            .AddScoped<ICurrentActor, CurrentActor>();
    }

    /// <summary>What decides, without what knows who is there: tests bring their own <see cref="ICurrentActor"/>.</summary>
    public static IServiceCollection AddAccessDecisions(this IServiceCollection services) => services
        .AddSingleton<Standing>()
        .AddSingleton<OpenCircuits>()
        .AddSingleton<AccountSignIn>()
        .AddSingleton<Personas>()
        .AddSingleton<InvitationLinks>()
        .AddSingleton<IAuthorizationHandler, RoleGrant>()
        .AddSingleton<IAuthorizationHandler, OwnershipVeto>()
        .AddScoped<AccessGuard>();

    /// <summary>Whoever comes with a key that is worth nothing any more is told once that their sign-in has ended, and keeps it no longer.</summary>
    private static void TellWhoWasSignedIn(CookieAuthenticationOptions cookie)
    {
        var redirect = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
        {
            // A page is told, not what a page asks for by itself.
            if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments(SessionStore.Circuits, StringComparison.Ordinal)
                && cookie.CookieManager.GetRequestCookie(context.HttpContext, cookie.Cookie.Name!) is not null)
            {
                cookie.CookieManager.DeleteCookie(context.HttpContext, cookie.Cookie.Name!, cookie.Cookie.Build(context.HttpContext));
                context.RedirectUri += "&ended=true";
            }

            return redirect(context);
        };
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Portal.Configuration;

namespace Portal.Access;

public static class AccessSetup
{
    private const string Began = "began";

    public static IServiceCollection AddPortalAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<SignInOptions>>((cookie, signIn) =>
            {
                cookie.Cookie.Name = "portal";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.LoginPath = "/signin";
                cookie.AccessDeniedPath = "/not-permitted";
                cookie.ReturnUrlParameter = "back";
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(signIn.Value.IdleMinutes);
                cookie.SlidingExpiration = true;
                cookie.Events.OnSigningIn = context =>
                {
                    context.Properties.Items[Began] = context.Properties.IssuedUtc?.ToString("O", CultureInfo.InvariantCulture);
                    return Task.CompletedTask;
                };
                cookie.Events.OnValidatePrincipal = context => EndIfTooLong(context, signIn.Value);
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddDataProtection().SetApplicationName("SupervisionPortal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IHostEnvironment, IOptions<PortalOptions>, ILoggerFactory>((keys, environment, portal, logs) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, portal.Value.DataFolder, "keys")), logs));
        return services.AddAccessDecisions().AddScoped<AuthenticationStateProvider, StandingWatch>().AddScoped<ICurrentActor, CurrentActor>();
    }

    /// <summary>Sliding renews the ticket; the hour it began is kept beside it, so that a day of clicking ends all the same.</summary>
    private static async Task EndIfTooLong(CookieValidatePrincipalContext context, SignInOptions signIn)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var began = context.Properties.Items.TryGetValue(Began, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : (DateTimeOffset?)null;
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedSessions>();
        if (began is null || ended.Contains(context.Principal!) || clock.GetUtcNow() - began > TimeSpan.FromHours(signIn.AbsoluteHours))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>What decides, without what knows who is there: tests bring their own <see cref="ICurrentActor"/>.</summary>
    public static IServiceCollection AddAccessDecisions(this IServiceCollection services) => services
        .AddSingleton<EndedSessions>()
        .AddSingleton<Standing>()
        .AddSingleton<AccountSignIn>()
        .AddSingleton<SignIn.Personas>()
        .AddSingleton<IAuthorizationHandler, RoleGrant>()
        .AddSingleton<IAuthorizationHandler, OwnershipVeto>()
        .AddScoped<AccessGuard>();
}

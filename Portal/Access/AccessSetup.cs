using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Portal.Configuration;

namespace Portal.Access;

public static class AccessSetup
{
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
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddDataProtection().SetApplicationName("SupervisionPortal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IHostEnvironment, IOptions<PortalOptions>, ILoggerFactory>((keys, environment, portal, logs) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, portal.Value.DataFolder, "keys")), logs));
        return services.AddAccessDecisions().AddScoped<ICurrentActor, CurrentActor>();
    }

    /// <summary>What decides, without what knows who is there: tests bring their own <see cref="ICurrentActor"/>.</summary>
    public static IServiceCollection AddAccessDecisions(this IServiceCollection services) => services
        .AddSingleton<Standing>()
        .AddSingleton<AccountSignIn>()
        .AddSingleton<SignIn.Personas>()
        .AddSingleton<IAuthorizationHandler, RoleGrant>()
        .AddSingleton<IAuthorizationHandler, OwnershipVeto>()
        .AddScoped<AccessGuard>();
}

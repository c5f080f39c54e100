using Portal.Drafts;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Recusals;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddAdministratorDashboard();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        app.MapRecusalEndpoints();
        return app;
    }
}

using Portal.Drafts;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Recusals;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddLeadershipDashboard();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        app.MapRecusalEndpoints();
        app.MapLeadershipEndpoints();
        return app;
    }
}

using Portal.Drafts;
using Portal.Features.Activities.Mine;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Findings.Mine;
using Portal.Features.Recusals;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddScoped<MyFindingService>()
        .AddScoped<MyActivityService>()
        .AddScoped<MyHomeService>()
        .AddScoped<MyScoreService>();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        app.MapRecusalEndpoints();
        return app;
    }
}

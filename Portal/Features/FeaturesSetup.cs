using Portal.Drafts;
using Portal.Features.Activities;
using Portal.Features.Agencies;
using Portal.Features.Recusals;
using Portal.Features.Search;
using Portal.Features.Supervisors;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddScoped<SupervisorService>()
        .AddScoped<AgencyService>()
        .AddScoped<ActivityService>()
        .AddScoped<SearchService>();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        app.MapRecusalEndpoints();
        app.MapSupervisorEndpoints();
        app.MapAgencyEndpoints();
        app.MapActivityEndpoints();
        return app;
    }
}

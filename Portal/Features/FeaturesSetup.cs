using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Drafts;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Evaluation;
using Portal.Features.Import;
using Portal.Features.Recusals;
using Portal.Ui;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddSingleton(DemonstrationNotice)
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddLeadershipDashboard()
        .AddEvaluation()
        .AddPortalImport();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        app.MapRecusalEndpoints();
        app.MapLeadershipEndpoints();
        app.MapImportEndpoints();
        return app;
    }

    private static PortalNotices DemonstrationNotice(IServiceProvider services) => new(
        services.GetRequiredService<IHostEnvironment>().IsDevelopment() && !services.GetRequiredService<IOptions<PortalOptions>>().Value.StartEmpty);
}

using Portal.Live;

namespace Portal.Features.Dashboards.Leadership;

public static class LeadershipSetup
{
    public static IServiceCollection AddLeadershipDashboard(this IServiceCollection services) => services
        .AddSingleton<YearSnapshotQuery>()
        .AddSnapshot<YearSnapshot, YearSnapshotQuery>()
        .AddSingleton<YearCache>()
        .AddScoped<LeadershipDashboardService>()
        .AddScoped<YearWords>()
        .AddScoped<YearCharts>()
        .AddScoped<YearTables>();
}

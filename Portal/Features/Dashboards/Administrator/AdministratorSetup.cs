using Portal.Live;

namespace Portal.Features.Dashboards.Administrator;

public static class AdministratorSetup
{
    public static IServiceCollection AddAdministratorDashboard(this IServiceCollection services) => services
        .AddSingleton<AdministratorSnapshotQuery>()
        .AddSnapshot<AdministratorSnapshot, AdministratorSnapshotQuery>()
        .AddSnapshot<RankingSnapshot, RankingSnapshotQuery>()
        .AddScoped<AdministratorDashboardService>();
}

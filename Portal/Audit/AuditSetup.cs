using Portal.Access;

namespace Portal.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddPortalAudit(this IServiceCollection services) => services
        .AddSingleton<AuditOnSave>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<IDenials>(s => s.GetRequiredService<AuditTrail>())
        .AddScoped<AuditedViews>();
}

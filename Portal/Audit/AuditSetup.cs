using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Configuration;

namespace Portal.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddPortalAudit(this IServiceCollection services) => services
        .AddSingleton<AuditOnSave>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<IDenials>(s => s.GetRequiredService<AuditTrail>())
        .AddSingleton<ISensitiveReads, AuditedReads>()
        .AddScoped<AuditedViews>()
        .AddSingleton(s => new AnchorFile(AnchorPath(s), s.GetRequiredService<DataKeys>()))
        .AddSingleton<AuditVerifier>()
        .AddHostedService<AuditAnchoring>();

    internal static string AnchorPath(IServiceProvider services)
    {
        var root = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var configured = services.GetRequiredService<IOptions<AuditOptions>>().Value.AnchorFile;
        return string.IsNullOrWhiteSpace(configured)
            ? Path.Combine(root, services.GetRequiredService<IOptions<PortalOptions>>().Value.DataFolder, "audit-anchor.log")
            : Path.GetFullPath(configured, root);
    }
}

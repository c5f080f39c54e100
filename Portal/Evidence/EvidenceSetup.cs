using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence.Cipher;
using Portal.Evidence.Scanning;

namespace Portal.Evidence;

public static class EvidenceSetup
{
    /// <summary>The store, and what keeps it clean. Who may see which files is said by the features (<see cref="IEvidenceOwner"/>).</summary>
    public static IServiceCollection AddPortalEvidence(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<EvidenceOptions>, EvidenceOptionsValidator>();
        services.AddOptions<EvidenceOptions>().BindConfiguration(EvidenceOptions.Section).ValidateOnStart();
        services.TryAddSingleton(Folder);
        services.TryAddSingleton<IDiskFiles, DiskFiles>();
        return services
            .AddSingleton<EvidenceStore>()
            .AddSingleton<UploadsUnderWay>()
            .AddSingleton<FileKeys>()
            .AddSingleton<ClamAv>()
            .AddSingleton<Quarantine>()
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceSweeper>()
            .AddHostedService(s => s.GetRequiredService<Quarantine>())
            .AddHostedService(s => s.GetRequiredService<EvidenceSweeper>())
            .AddScoped(Service)
            .AddScoped(Visitors);
    }

    public static WebApplication MapPortalEvidence(this WebApplication app)
    {
        app.MapGroup("").AddEndpointFilter<DeniedAnswers>().MapEvidenceEndpoints();
        return app;
    }

    private static EvidenceFolder Folder(IServiceProvider services)
    {
        var root = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var configured = services.GetRequiredService<IOptions<EvidenceOptions>>().Value.Folder;
        return new EvidenceFolder(string.IsNullOrWhiteSpace(configured)
            ? Path.Combine(root, services.GetRequiredService<IOptions<PortalOptions>>().Value.DataFolder, "evidence")
            : Path.GetFullPath(configured, root));
    }

    private static EvidenceService Service(IServiceProvider s) => new(
        s.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>>(), s.GetRequiredService<UnitOfWork>(), s.GetRequiredService<AccessGuard>(),
        s.GetRequiredService<EvidenceStore>(), s.GetRequiredService<UploadsUnderWay>(), s.GetRequiredService<FileKeys>(), s.GetRequiredService<EvidenceIntake>(), s.GetRequiredService<ISensitiveReads>(),
        s.GetServices<IEvidenceOwner>(), s.GetRequiredService<IOptions<EvidenceOptions>>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<EvidenceService>>());

    private static VisitorEvidence Visitors(IServiceProvider s) => new(
        s.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>>(), s.GetRequiredService<EvidenceIntake>(), s.GetRequiredService<UploadsUnderWay>(), s.GetRequiredService<FileKeys>(),
        s.GetServices<IVisitorMatter>(), s.GetRequiredService<IOptions<EvidenceOptions>>(), s.GetRequiredService<IOptions<WebOptions>>());
}

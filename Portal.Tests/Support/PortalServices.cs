using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Live;
using Portal.Retention;
using Portal.Ui;

namespace Portal.Tests.Support;

/// <summary>The portal's services as one person's circuit would get them, over a test's database, at the anchor day. The one seam: what features register is registered here too.</summary>
public static class PortalServices
{
    // By name, so that it holds before there is a feature.
    private static readonly MethodInfo[] s_features =
    [
        .. typeof(PortalDbContext).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name == "AddPortalFeatures" && m.GetParameters() is [{ ParameterType: var only }] && only == typeof(IServiceCollection)),
    ];

    public static ServiceProvider For(Acting acting, PortalDb db) => For(acting, db, db.Pulse);

    public static ServiceProvider For(ICurrentActor acting, IDbContextFactory<PortalDbContext> contexts, ChangePulse pulse, TimeProvider? clock = null, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddOptions()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddAuthorizationCore()
            .AddSingleton(clock ?? OfficeClock.At(OfficeClock.Anchor))
            .AddSingleton(contexts)
            .AddSingleton<UnitOfWork>()
            .AddSingleton<OfficeFacts>()
            .AddSingleton(pulse)
            .AddSingleton(typeof(LiveFeed<>))
            .AddSingleton<Words>()
            .AddEvidenceInTests()
            .AddSingleton(PortalDb.Keys)
            .AddPortalAudit()
            .AddPortalRetention()
            .AddSingleton(new AnchorFile(Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log"), PortalDb.Keys))
            .AddSingleton<ISensitiveReads>(new KeptReads())
            .AddAccessDecisions();
        foreach (var register in s_features)
        {
            register.Invoke(null, [services]);
        }

        also?.Invoke(services);
        return services.AddSingleton(acting).BuildServiceProvider();
    }

    /// <summary>A service made for one person, whether or not it is registered.</summary>
    public static object Create(this IServiceProvider services, Type service) =>
        services.GetService(service) ?? ActivatorUtilities.CreateInstance(services, service);
}

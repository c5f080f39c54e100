using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Confidentiality;
using Portal.Evidence;

namespace Portal.Tests.Support;

internal static class EvidenceServices
{
    /// <summary>The store of files in a folder of its own that is made when the first one comes.</summary>
    public static IServiceCollection AddEvidenceInTests(this IServiceCollection services, string? folder = null)
    {
        services.TryAddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.TryAddScoped<AntiforgeryStateProvider, NoAntiforgery>();
        return services
            .AddSingleton(new EvidenceFolder(folder ?? Path.Combine(Path.GetTempPath(), $"evidence-{Guid.CreateVersion7():N}")))
            .AddSingleton(TestKeys.Keys)
            .AddSingleton<KeptReads>()
            .AddSingleton<ISensitiveReads>(s => s.GetRequiredService<KeptReads>())
            .AddPortalEvidence();
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}

using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Confidentiality;
using Portal.Domain.People;
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
            .AddSingleton(DataKeys.Create())
            .AddSingleton<SensitiveReads>()
            .AddSingleton<ISensitiveReads>(s => s.GetRequiredService<SensitiveReads>())
            .AddPortalEvidence();
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}

/// <summary>What was put on record.</summary>
public sealed class SensitiveReads : ISensitiveReads
{
    public List<(PersonId Who, string What, Guid Id, string Reason)> Recorded { get; } = [];

    /// <summary>The record cannot be written.</summary>
    public bool IsFull { get; set; }

    public Task RecordAsync(PersonId who, string what, Guid id, string reason, CancellationToken cancellationToken = default)
    {
        if (IsFull)
        {
            throw new IOException("full");
        }

        Recorded.Add((who, what, id, reason));
        return Task.CompletedTask;
    }
}

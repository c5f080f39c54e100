using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Benchmarks that read the same ten years of a large city: made once, measured one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CityBenchmarks : ICollectionFixture<LargeCity>
{
    public const string Name = "Ten years of a large city";
}

/// <summary>The city, made when the first benchmark asks for it: nobody waits for it where no benchmark runs.</summary>
public sealed class LargeCity : IDisposable
{
    private readonly Lazy<LargeOffice> _office = new(() => new LargeOffice());

    public LargeOffice Office => _office.Value;

    /// <summary>What somebody's circuit would be given.</summary>
    public ServiceProvider ServicesFor(Acting acting) => PortalServices.For(acting, Office, Office.Pulse);

    public void Dispose()
    {
        if (_office.IsValueCreated)
        {
            _office.Value.Dispose();
        }
    }
}

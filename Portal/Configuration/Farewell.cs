using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>A stop that was asked for from outside begins a moment later: whoever sends people here learns of it while they can still be served. What is under way has its time afterwards.</summary>
internal sealed class Farewell(IHostApplicationLifetime life, IOptions<WebOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>With the farewell less than the half minute that service managers give.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromSeconds(25);

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        // Nobody asked: the host itself is being taken down, as tests do, and there is nobody to wait for.
        life.ApplicationStopping.IsCancellationRequested ? Task.Delay(TimeSpan.FromSeconds(options.Value.FarewellSeconds), clock, cancellationToken) : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>A stop that was asked for from outside begins a moment later: whoever sends people here learns of it while they can still be served. What is under way has its time afterwards.</summary>
internal sealed class Farewell(IHostApplicationLifetime life, IOptions<WebOptions> options) : IHostedLifecycleService
{
    /// <summary>With the farewell less than the half minute that service managers give.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromSeconds(25);

    private bool _isSaid;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Nobody asked: the host itself is being taken down, as tests do, and there is nobody to wait for.
        var isAsked = !_isSaid && life.ApplicationStopping.IsCancellationRequested;
        _isSaid = true;
        if (isAsked)
        {
            // A time of the machine, not of the office.
            await Task.Delay(TimeSpan.FromSeconds(options.Value.FarewellSeconds), cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

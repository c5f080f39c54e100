namespace Portal.Live;

/// <summary>Counts a snapshot once for everybody.</summary>
public interface ISnapshotQuery<T>
    where T : class
{
    Task<T> TakeAsync(CancellationToken cancellationToken);
}

/// <summary>Count, publish, rest a second, wait for a save or a minute: a burst of saves costs one recount, and days pass on their own.</summary>
public sealed partial class SnapshotRefresher<T>(ISnapshotQuery<T> query, LiveFeed<T> feed, ChangePulse pulse, TimeProvider clock, ILogger<SnapshotRefresher<T>> logger)
    : BackgroundService
    where T : class
{
    /// <summary>At most one recount in this time.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>A recount at the latest after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = pulse.Listen();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                feed.Publish(await query.TakeAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be away for a while; the last snapshot stays and the next round tries again.
                LogFailed(logger, typeof(T).Name, exception);
            }

            await Task.Delay(Quiet, clock, stoppingToken);
            await listener.NextAsync(Patience, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Counting {Snapshot} failed.")]
    private static partial void LogFailed(ILogger logger, string snapshot, Exception exception);
}

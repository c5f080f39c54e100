using System.Collections.Immutable;

namespace Portal.Live;

/// <summary>The latest snapshot and whoever watches it. Watch first and read <see cref="Latest"/> then, so that nothing falls between.</summary>
public sealed partial class LiveFeed<T>(ILogger<LiveFeed<T>> logger)
    where T : class
{
    private ImmutableList<Watcher> _watchers = [];

    private T? _latest;

    public T? Latest => Volatile.Read(ref _latest);

    public int WatcherCount => _watchers.Count;

    /// <summary>Calls back on every publication until disposed, in the reader's own language: the execution context of this call is restored around each.</summary>
    public IDisposable Watch(Func<T, Task> onSnapshot)
    {
        var watcher = new Watcher(this, onSnapshot, ExecutionContext.Capture());
        ImmutableInterlocked.Update(ref _watchers, static (list, added) => list.Add(added), watcher);
        return watcher;
    }

    public void Publish(T snapshot)
    {
        Volatile.Write(ref _latest, snapshot);
        foreach (var watcher in _watchers)
        {
            watcher.Tell(snapshot);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A watcher of {Feed} failed.")]
    private static partial void LogFailed(ILogger logger, string feed, Exception exception);

    private sealed class Watcher(LiveFeed<T> feed, Func<T, Task> onSnapshot, ExecutionContext? context) : IDisposable
    {
        public void Tell(T snapshot)
        {
            if (context is null)
            {
                _ = TellAsync(snapshot);
                return;
            }

            ExecutionContext.Run(context, _ => { _ = TellAsync(snapshot); }, null);
        }

        public void Dispose() => ImmutableInterlocked.Update(ref feed._watchers, static (list, gone) => list.Remove(gone), this);

        // A page that fails must not keep the others from hearing, whatever it fails with.
        private async Task TellAsync(T snapshot)
        {
            try
            {
                await onSnapshot(snapshot);
            }
            catch (ObjectDisposedException)
            {
                // The page closed while it was being told.
            }
            catch (Exception exception)
            {
                LogFailed(feed.Logger, typeof(T).Name, exception);
            }
        }
    }

    private ILogger Logger => logger;
}

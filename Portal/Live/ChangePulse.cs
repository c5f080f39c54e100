using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Portal.Live;

/// <summary>Says that something was saved since a listener last counted. Never what: whoever listens counts for themselves. Notices from other instances enter here too.</summary>
public sealed class ChangePulse
{
    private readonly ConcurrentDictionary<Listener, byte> _listeners = [];

    public void Beat()
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Hear();
        }
    }

    public Listener Listen()
    {
        var listener = new Listener(this);
        _listeners[listener] = 0;
        return listener;
    }

    /// <summary>One listener's memory of a beat. Room for one: a burst is one beat.</summary>
    public sealed class Listener(ChangePulse pulse) : IDisposable
    {
        private readonly Channel<byte> _beats = Channel.CreateBounded<byte>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        internal void Hear() => _beats.Writer.TryWrite(0);

        /// <summary>Waits for a beat, but not longer than <paramref name="patience"/>: deadlines pass although nobody saves.</summary>
        public async Task NextAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
        {
            using var impatience = new CancellationTokenSource(patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
            try
            {
                await _beats.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Patience ran out; counting again is what the caller does anyway.
            }
        }

        public void Dispose() => pulse._listeners.TryRemove(this, out _);
    }
}

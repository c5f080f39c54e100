namespace Portal.Drafts;

/// <summary>Saves a form a moment after each change, at most once a second: short enough for a phone that switches apps, long enough not to write every letter.</summary>
/// <param name="save">Stores the form as it is when called; runs on the page's own thread.</param>
public sealed class DraftKeeper(Func<Task> save, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    private ITimer? _timer;

    /// <summary>Something was typed.</summary>
    public void Touch() => _timer ??= clock.CreateTimer(_ => Save(), null, s_moment, Timeout.InfiniteTimeSpan);

    /// <summary>The form was sent: what waits to be saved is dropped.</summary>
    public void Forget()
    {
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>The page closes: what waits is saved first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            Forget();
            await save();
        }
    }

    private void Save()
    {
        Forget();
        _ = save();
    }
}

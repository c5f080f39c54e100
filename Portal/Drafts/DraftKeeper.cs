namespace Portal.Drafts;

/// <summary>Saves a form a moment after each change, at most once a second: short enough for a phone that switches apps, long enough not to write every letter.</summary>
/// <param name="save">Stores the form as it is when called; runs on the page's own thread and tells the page what was refused.</param>
public sealed class DraftKeeper(Func<Task> save, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    private ITimer? _timer;
    private Task _saving = Task.CompletedTask;

    /// <summary>Something was typed.</summary>
    public void Touch() => _timer ??= clock.CreateTimer(_ => Save(), null, s_moment, Timeout.InfiniteTimeSpan);

    /// <summary>The form is sent: what waits to be saved is dropped, and what is being saved is done, so that it cannot come back after it was discarded.</summary>
    public Task ForgetAsync()
    {
        Stop();
        return _saving;
    }

    /// <summary>The page closes: what waits is saved first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            Save();
        }

        await _saving;
    }

    private void Save()
    {
        Stop();
        _saving = save();
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }
}

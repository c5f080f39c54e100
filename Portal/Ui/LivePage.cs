using Microsoft.AspNetCore.Components;
using Portal.Live;

namespace Portal.Ui;

/// <summary>A page over rows that others change while it is read: it asks its service again whenever something was saved, once the circuit runs and until it closes.</summary>
public abstract class LivePage : PortalPage, IDisposable
{
    private IDisposable? _watch;

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    public void Dispose()
    {
        _watch?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Changes.Watch(_ => InvokeAsync(async () =>
            {
                await AttemptAsync(ReloadAsync);
                StateHasChanged();
            }));
        }
    }

    /// <summary>Asks the page's service for what it shows.</summary>
    protected abstract Task ReloadAsync();
}

using Microsoft.AspNetCore.Components;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>A supervisor's own findings, each with what it waits for; follows the section's work as it is done.</summary>
public sealed partial class MyFindings : PortalPage, IDisposable
{
    private IReadOnlyList<MyFindingRow>? _rows;
    private IDisposable? _watch;

    [Inject]
    public required MyFindingService Findings { get; init; }

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Changes.Watch(_ => InvokeAsync(async () =>
            {
                await AttemptAsync(ReloadAsync);
                StateHasChanged();
            }));
        }

        await AttemptAsync(ReloadAsync);
    }

    private async Task ReloadAsync() => _rows = await Findings.ListAsync();
}

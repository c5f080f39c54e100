using Microsoft.AspNetCore.Components;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>A supervisor's own recusals and what became of them; follows the section's decisions as they are made.</summary>
public sealed partial class MyRecusals : PortalPage, IDisposable
{
    private IReadOnlyList<RecusalRow>? _rows;
    private IDisposable? _watch;

    [Inject]
    public required RecusalService Recusals { get; init; }

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    [SupplyParameterFromQuery(Name = "sent")]
    public bool Sent { get; set; }

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

    private async Task ReloadAsync() => _rows = await Recusals.MineAsync();
}

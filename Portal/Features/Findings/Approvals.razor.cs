using Microsoft.AspNetCore.Components;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>What waits for leadership; follows new proposals as they are made.</summary>
public sealed partial class Approvals : PortalPage, IDisposable
{
    private IReadOnlyList<ProposalRow>? _rows;
    private IDisposable? _watch;

    [Inject]
    public required FindingApprovalService Proposals { get; init; }

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Changes.Watch(_ => InvokeAsync(async () =>
            {
                await ReloadAsync();
                StateHasChanged();
            }));
        }

        await ReloadAsync();
    }

    private async Task ReloadAsync() => await AttemptAsync(async () => _rows = await Proposals.ListAsync());
}

using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>What of findings waits for leadership; follows new proposals as they are made.</summary>
public sealed partial class FindingApprovals : LivePage
{
    private IReadOnlyList<ProposalRow> _rows = [];

    [Inject]
    public required FindingApprovalService Proposals { get; init; }

    [Parameter]
    public EventCallback<int> OnCount { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync()
    {
        _rows = await Proposals.ListAsync();
        await OnCount.InvokeAsync(_rows.Count);
    }
}

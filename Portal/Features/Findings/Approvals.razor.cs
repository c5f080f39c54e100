using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>What waits for leadership; follows new proposals as they are made.</summary>
public sealed partial class Approvals : LivePage
{
    private IReadOnlyList<ProposalRow>? _rows;

    [Inject]
    public required FindingApprovalService Proposals { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _rows = await Proposals.ListAsync();
}

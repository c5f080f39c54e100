using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>A supervisor's own findings, each with what it waits for; follows the section's work as it is done.</summary>
public sealed partial class MyFindings : LivePage
{
    private IReadOnlyList<MyFindingRow>? _rows;

    [Inject]
    public required MyFindingService Findings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _rows = await Findings.ListAsync();
}

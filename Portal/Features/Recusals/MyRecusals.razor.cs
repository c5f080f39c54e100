using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>A supervisor's own recusals and what became of them; follows the section's decisions as they are made.</summary>
public sealed partial class MyRecusals : LivePage
{
    private IReadOnlyList<RecusalRow>? _rows;

    [Inject]
    public required RecusalService Recusals { get; init; }

    [SupplyParameterFromQuery(Name = "sent")]
    public bool Sent { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _rows = await Recusals.MineAsync();
}

using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Dismissals;

/// <summary>Dismissals that wait for leadership: a part of the page of approvals. They are decided on their own page, where the evidence is.</summary>
public sealed partial class DismissalApprovals : PortalPage
{
    private IReadOnlyList<DismissalRow>? _rows;

    [Inject]
    public required DismissalService Dismissals { get; init; }

    /// <summary>How many wait, for the page that this is a part of.</summary>
    [Parameter]
    public EventCallback<int> OnCount { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        _rows = await Dismissals.WaitingAsync();
        await OnCount.InvokeAsync(_rows.Count);
    });
}

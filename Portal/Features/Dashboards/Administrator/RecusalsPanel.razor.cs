using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Recusals;
using Portal.Ui;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Recusals that wait, decided on the spot. A decided row goes at once; the numbers follow with the next count.</summary>
public sealed partial class RecusalsPanel : PortalPage
{
    private readonly HashSet<RecusalId> _decided = [];
    private RecusalId? _declining;
    private bool _deciding;

    [Parameter]
    [EditorRequired]
    public required AdministratorSnapshot Snapshot { get; set; }

    [Inject]
    public required AdministratorDashboardService Desk { get; init; }

    private IEnumerable<PendingRecusal> Waiting => Snapshot.Recusals.Where(r => !_decided.Contains(r.Id));

    private Task<bool> AcceptAsync(RecusalId id) => DecideAsync(id, () => Desk.AcceptAsync(id), nameof(AdministratorDashboardText.Accepted));

    private Task<bool> DeclineAsync(RecusalId id, string reason) => DecideAsync(id, () => Desk.DeclineAsync(id, reason), nameof(AdministratorDashboardText.Declined));

    private async Task<bool> DecideAsync(RecusalId id, Func<Task> decide, string done)
    {
        _deciding = true;
        var decided = await AttemptAsync(decide);
        if (decided)
        {
            _decided.Add(id);
            Snackbar.Add(Text[done], Severity.Success);
        }

        _deciding = false;
        return decided;
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Appointments;
using Portal.Ui;

namespace Portal.Features.Terms;

/// <summary>Renewals and adjustments that wait for leadership: a part of the page of approvals.</summary>
public sealed partial class TermApprovals : PortalPage
{
    private IReadOnlyList<TermProposalRow>? _rows;
    private TermProposalId? _refusing;
    private bool _sending;

    [Inject]
    public required TermApprovalService Approvals { get; init; }

    /// <summary>How many wait, for the page that this is a part of.</summary>
    [Parameter]
    public EventCallback<int> OnCount { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task ReloadAsync()
    {
        _rows = await Approvals.ListAsync();
        await OnCount.InvokeAsync(_rows.Count);
    }

    private Task<bool> ApproveAsync(TermProposalRow row) => DecideAsync(() => Approvals.ApproveAsync(row.Id, row.Version), nameof(TermText.Approved), row.Name);

    private Task<bool> RefuseAsync(TermProposalRow row, string reason) => DecideAsync(() => Approvals.RefuseAsync(row.Id, row.Version, reason), nameof(TermText.Refused), row.Name);

    private async Task<bool> DecideAsync(Func<Task> decide, string doneKey, string name)
    {
        _sending = true;
        var decided = await AttemptAsync(decide);
        if (decided)
        {
            Snackbar.Add(Text[doneKey, name], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
        return decided;
    }
}

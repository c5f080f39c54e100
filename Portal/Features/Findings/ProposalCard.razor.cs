using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>What the section asks leadership for, and the decision on it. A reason that was typed stays when the decision is refused.</summary>
public sealed partial class ProposalCard : PortalPage
{
    private bool _refusing;
    private bool _sending;

    [Inject]
    public required FindingApprovalService Approvals { get; init; }

    [Parameter]
    [EditorRequired]
    public required ProposalRow Row { get; set; }

    /// <summary>Decided, or refused because somebody acted meanwhile: look again.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    private static string Day(DateOnly? day) => day is { } known ? Words.Day(known) : "";

    private Task<bool> ApproveAsync() => DecideAsync(() => Approvals.ApproveAsync(Row.Finding, Row.Version), nameof(FindingText.Approved));

    private Task<bool> RefuseAsync(string reason) => DecideAsync(() => Approvals.RefuseAsync(Row.Finding, Row.Version, reason), nameof(FindingText.Refused));

    private async Task<bool> DecideAsync(Func<Task> decide, string doneKey)
    {
        if (_sending)
        {
            return false;
        }

        _sending = true;
        var decided = await AttemptAsync(decide);
        if (decided)
        {
            Snackbar.Add(Text[doneKey, Row.Number], Severity.Success);
        }

        _sending = false;
        await OnDecided.InvokeAsync();
        return decided;
    }
}

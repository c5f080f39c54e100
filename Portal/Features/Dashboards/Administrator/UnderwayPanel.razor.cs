using Microsoft.AspNetCore.Components;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Findings on their way, the most urgent first, each with the standing of its deadline and where that day comes from.</summary>
public sealed partial class UnderwayPanel
{
    [Parameter]
    [EditorRequired]
    public required AdministratorSnapshot Snapshot { get; set; }

    /// <summary>The bar warns only while time runs: amber in the last quarter, red once it is over.</summary>
    private static bool IsRunning(FindingUnderway finding) => finding.Clock is DeadlineState.InTime or DeadlineState.DueSoon or DeadlineState.Overdue;

    private static int HighOf(FindingUnderway finding) => finding.Clock == DeadlineState.Overdue ? 99 : 100;
}

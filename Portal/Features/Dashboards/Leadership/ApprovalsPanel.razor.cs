using Microsoft.AspNetCore.Components;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>What waits for leadership, the longest waiting first.</summary>
public sealed partial class ApprovalsPanel
{
    [Parameter]
    [EditorRequired]
    public required ApprovalsWaiting Approvals { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyDictionary<AgencyId, string> Agencies { get; set; }
}

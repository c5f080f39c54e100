using Microsoft.AspNetCore.Components;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Findings on their way, the most urgent first, each with the standing of its deadline and where that day comes from.</summary>
public sealed partial class UnderwayPanel
{
    [Parameter]
    [EditorRequired]
    public required AdministratorSnapshot Snapshot { get; set; }
}

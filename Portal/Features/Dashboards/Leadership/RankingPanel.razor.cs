using Microsoft.AspNetCore.Components;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>The first of the year's ranking.</summary>
public sealed partial class RankingPanel
{
    [Parameter]
    [EditorRequired]
    public required LeadershipRanking Ranking { get; set; }

    [Parameter]
    public bool IsRunning { get; set; }

    [Parameter]
    public string? Class { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>The head of the year's ranking; every score leads to why it is what it is.</summary>
public sealed partial class RankingPanel
{
    /// <summary><c>null</c> until the first count.</summary>
    [Parameter]
    [EditorRequired]
    public required RankingSnapshot? Ranking { get; set; }
}

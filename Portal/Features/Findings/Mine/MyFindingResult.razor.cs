using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>The answer to the author, and their one chance to say that it is not solved; where that is not possible, why and since when.</summary>
public sealed partial class MyFindingResult
{
    private bool _disputing;

    [Parameter]
    [EditorRequired]
    public required MyFinding Finding { get; set; }

    [Parameter]
    [EditorRequired]
    public required RenderFragment Dispute { get; set; }
}

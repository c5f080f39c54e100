using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>Step three: what happened, in one's own words.</summary>
public sealed partial class StoryStep
{
    [Parameter]
    [EditorRequired]
    public required FindingForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required FindingErrors Errors { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>Step three: what happened, in one's own words, and who saw it too.</summary>
public sealed partial class StoryStep
{
    [Parameter]
    [EditorRequired]
    public required FindingForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required FindingErrors Errors { get; set; }

    /// <summary>Who could file it too.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CoAuthorChoice> CoAuthors { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }
}

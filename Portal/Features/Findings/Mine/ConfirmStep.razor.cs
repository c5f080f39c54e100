using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>The last step: everything once more, and the confirmation that no secret is in it (Article 8 (3)).</summary>
public sealed partial class ConfirmStep
{
    [Parameter]
    [EditorRequired]
    public required FindingForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Unit { get; set; }

    [Parameter]
    [EditorRequired]
    public required FindingErrors Errors { get; set; }

    /// <summary>Names of those who file it too.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<string> CoAuthors { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    [Parameter]
    public EventCallback<FindingStep> OnGoTo { get; set; }
}

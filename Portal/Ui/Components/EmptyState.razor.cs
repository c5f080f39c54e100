using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>Nothing here, and what to do about it.</summary>
public sealed partial class EmptyState
{
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public string? ActHref { get; set; }

    [Parameter]
    public string? ActWords { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}

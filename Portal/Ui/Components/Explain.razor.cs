using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>More for whoever asks: why this score, what this word means. Opens in the browser alone.</summary>
public sealed partial class Explain
{
    [Parameter]
    [EditorRequired]
    public required string Summary { get; set; }

    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>A card: title, how many, acts, content.</summary>
public sealed partial class Panel
{
    private readonly string _id = $"panel-{Guid.CreateVersion7():n}";

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>The list that the title opens.</summary>
    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public int? Count { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}

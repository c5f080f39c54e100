using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>A page that lies above this one.</summary>
public sealed record Crumb(string Words, string Href);

/// <summary>Title, way back and acts of a page; the browser's tab says the same words.</summary>
public sealed partial class PageHead
{
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public IReadOnlyList<Crumb>? Crumbs { get; set; }

    /// <summary>One sentence under the title.</summary>
    [Parameter]
    public string? Lead { get; set; }

    /// <summary>State and deadline, beside the title.</summary>
    [Parameter]
    public RenderFragment? Marks { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>The row of filters above a list, with the export of what they leave.</summary>
public sealed partial class ListFilters
{
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public string? ExportHref { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>Something was refused or failed: what, and the id to give when asking for help.</summary>
public sealed partial class ErrorNotice
{
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>The id under which the log has it; none for refusals.</summary>
    [Parameter]
    public string? Id { get; set; }
}

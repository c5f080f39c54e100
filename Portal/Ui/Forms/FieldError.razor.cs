using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Forms;

/// <summary>What is wrong with a field, next to it. Always there, so that a reader of the screen is told when it fills.</summary>
public sealed partial class FieldError
{
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Words { get; set; }
}

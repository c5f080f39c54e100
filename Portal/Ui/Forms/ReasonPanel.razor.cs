using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Forms;

/// <summary>An act that needs a reason: the reason, the act by its own name, and the way back.</summary>
public sealed partial class ReasonPanel
{
    private readonly string _id = $"reason-{Guid.CreateVersion7():n}";
    private string _reason = "";

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>What the button says happens.</summary>
    [Parameter]
    [EditorRequired]
    public required string Act { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Back { get; set; }

    [Parameter]
    [EditorRequired]
    public int MaxLength { get; set; }

    [Parameter]
    public EventCallback<string> OnAct { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }
}

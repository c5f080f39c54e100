using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Forms;

/// <summary>An act that needs a reason: the reason, the act by its own name, and the way back.</summary>
public sealed partial class ReasonPanel
{
    private readonly string _id = $"reason-{Guid.CreateVersion7():n}";
    private ElementReference _field;
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

    private bool IsEmpty => string.IsNullOrWhiteSpace(_reason);

    /// <summary>The panel opens where something was pressed; the reason is the next thing to do, and may lie elsewhere on a phone.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _field.FocusAsync();
        }
    }
}

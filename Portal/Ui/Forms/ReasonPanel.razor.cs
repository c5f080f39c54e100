using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Forms;

/// <summary>What is kept of a reason.</summary>
public sealed class GivenReason
{
    public string Words { get; set; } = "";
}

/// <summary>An act that needs a reason: the reason, the act by its own name, and the way back. The reason is kept while it is typed.</summary>
public sealed partial class ReasonPanel : DraftForm<GivenReason>
{
    private readonly string _id = $"reason-{Guid.CreateVersion7():n}";
    private ElementReference _field;
    private bool _sending;

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

    /// <summary>Under which name it is kept: the act and what it is done to, such as <c>cancel-{id}</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Draft { get; set; }

    /// <summary>Does the act; says whether it was done. When it was refused, what was typed stays.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, Task<bool>> OnAct { get; set; }

    /// <summary>Done, or thought better of: the panel goes. What was typed and not sent is there again when it is next opened.</summary>
    [Parameter]
    public EventCallback OnBack { get; set; }

    protected override string DraftName => Draft;

    private bool IsEmpty => string.IsNullOrWhiteSpace(Form.Words);

    protected override Task OnInitializedAsync() => AttemptAsync(RecallAsync);

    /// <summary>The panel opens where something was pressed; the reason is the next thing to do, and may lie elsewhere on a phone.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _field.FocusAsync();
        }
    }

    private async Task GiveAsync()
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        var done = await SendAsync(() => OnAct(Form.Words));
        _sending = false;
        if (done)
        {
            await OnBack.InvokeAsync();
        }
    }
}

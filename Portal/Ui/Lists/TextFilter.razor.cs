using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>A text that rows must contain; taken over on Enter or when the field is left.</summary>
public sealed partial class TextFilter
{
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with the text for the address, or <c>null</c> for none.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private Task Choose(ChangeEventArgs typed) => ValueChanged.InvokeAsync(FilterValue.Text(typed.Value as string));
}

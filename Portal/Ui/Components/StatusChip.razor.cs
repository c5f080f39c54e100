using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>A state: word, colour and icon together.</summary>
public sealed partial class StatusChip
{
    [Parameter]
    [EditorRequired]
    public required string Words { get; set; }

    [Parameter]
    public Tone Tone { get; set; }

    /// <summary>One of <see cref="MudBlazor.Icons"/>; never data, because it is markup.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}

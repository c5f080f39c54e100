using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>A number that opens the list it counts. When it changes it fades once; nothing else moves.</summary>
public sealed partial class Tile
{
    private string? _before;
    private bool _changed;

    [Parameter]
    [EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public Tone Tone { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    protected override void OnParametersSet()
    {
        _changed |= _before is not null && _before != Value;
        _before = Value;
    }
}

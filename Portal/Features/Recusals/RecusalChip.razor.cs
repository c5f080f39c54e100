using Microsoft.AspNetCore.Components;
using Portal.Domain.Recusals;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>A recusal's state in word, colour and icon.</summary>
public sealed partial class RecusalChip
{
    [Parameter]
    [EditorRequired]
    public RecusalState State { get; set; }

    private Tone Tone => State switch
    {
        RecusalState.Declared or RecusalState.Directed or RecusalState.Requested => Tone.Warning,
        RecusalState.Recused => Tone.Info,
        _ => Tone.Neutral,
    };
}

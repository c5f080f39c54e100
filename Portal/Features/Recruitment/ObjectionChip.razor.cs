using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>An objection's state in word, colour and icon.</summary>
public sealed partial class ObjectionChip
{
    [Parameter]
    [EditorRequired]
    public ObjectionState State { get; set; }

    private Tone Tone => State switch
    {
        ObjectionState.Lodged or ObjectionState.UpholdProposed => Tone.Warning,
        ObjectionState.Investigating => Tone.Info,
        _ => Tone.Neutral,
    };
}

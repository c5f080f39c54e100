using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>A batch's state in word, colour and icon.</summary>
public sealed partial class BatchChip
{
    [Parameter]
    [EditorRequired]
    public BatchState State { get; set; }

    private Tone Tone => State switch
    {
        BatchState.Open => Tone.Good,
        BatchState.Reviewing or BatchState.OnNotice => Tone.Info,
        _ => Tone.Neutral,
    };
}

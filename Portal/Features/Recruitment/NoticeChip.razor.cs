using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>A notice's state in word, colour and icon.</summary>
public sealed partial class NoticeChip
{
    [Parameter]
    [EditorRequired]
    public NoticeState State { get; set; }

    private Tone Tone => State switch
    {
        NoticeState.Proposed => Tone.Warning,
        NoticeState.Published => Tone.Info,
        NoticeState.Concluded => Tone.Good,
        _ => Tone.Neutral,
    };
}

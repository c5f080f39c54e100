using Microsoft.AspNetCore.Components;
using Portal.Domain.Appointments;
using Portal.Ui;

namespace Portal.Features.Dismissals;

/// <summary>Where a dismissal stands.</summary>
public sealed partial class DismissalChip
{
    [Parameter]
    [EditorRequired]
    public DismissalState State { get; set; }

    private static Tone ToneOf(DismissalState state) => state switch
    {
        DismissalState.Closed => Tone.Good,
        DismissalState.Dropped => Tone.Worn,
        DismissalState.Proposed => Tone.Warning,
        _ => Tone.Info,
    };
}

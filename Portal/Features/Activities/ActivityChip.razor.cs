using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Ui;

namespace Portal.Features.Activities;

/// <summary>An activity's state in word, colour and icon.</summary>
public sealed partial class ActivityChip
{
    [Parameter]
    [EditorRequired]
    public ActivityState State { get; set; }

    private Tone Tone => State switch
    {
        ActivityState.Published => Tone.Info,
        ActivityState.InProgress => Tone.Warning,
        ActivityState.Completed or ActivityState.Archived => Tone.Good,
        _ => Tone.Neutral,
    };
}

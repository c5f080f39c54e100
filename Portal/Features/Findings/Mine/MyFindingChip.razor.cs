using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>A finding's state as its author sees it: amber where it is their turn.</summary>
public sealed partial class MyFindingChip
{
    [Parameter]
    [EditorRequired]
    public FindingState State { get; set; }

    private Tone Tone => State switch
    {
        FindingState.NeedsInfo => Tone.Warning,
        FindingState.FedBack or FindingState.Verified or FindingState.SuggestionAdopted => Tone.Good,
        FindingState.Closed or FindingState.Merged => Tone.Neutral,
        _ => Tone.Info,
    };
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>A finding's state in word, colour and icon.</summary>
public sealed partial class FindingChip
{
    [Parameter]
    [EditorRequired]
    public FindingState State { get; set; }

    private Tone Tone => State switch
    {
        FindingState.Submitted or FindingState.NeedsInfo => Tone.Warning,
        FindingState.Verified or FindingState.SuggestionAdopted => Tone.Good,
        FindingState.NotAccepted or FindingState.NotSubstantiated or FindingState.SuggestionNoted
            or FindingState.Merged or FindingState.FedBack or FindingState.Closed => Tone.Neutral,
        _ => Tone.Info,
    };
}

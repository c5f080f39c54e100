using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>An application's state in word, colour and icon.</summary>
public sealed partial class ApplicationChip
{
    [Parameter]
    [EditorRequired]
    public ApplicationState State { get; set; }

    private Tone Tone => State switch
    {
        ApplicationState.Submitted or ApplicationState.PassProposed => Tone.Warning,
        ApplicationState.ReviewPassed or ApplicationState.NoticePassed or ApplicationState.Appointed => Tone.Good,
        ApplicationState.UnderReview or ApplicationState.OnNotice or ApplicationState.ReturnedForSupplement => Tone.Info,
        _ => Tone.Neutral,
    };
}

using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Evaluation;

/// <summary>The score in big figures, the grade, and the rank or why there is none.</summary>
public sealed partial class ScoreHead
{
    [Inject]
    public required Words Words { get; init; }

    [Parameter]
    [EditorRequired]
    public required ScoreBreakdown Breakdown { get; set; }
}

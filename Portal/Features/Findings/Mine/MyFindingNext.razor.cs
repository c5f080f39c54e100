using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;

namespace Portal.Features.Findings.Mine;

/// <summary>Where it stands and what comes next by when, in plain words.</summary>
public sealed partial class MyFindingNext
{
    [Parameter]
    [EditorRequired]
    public required MyFindingRow Row { get; set; }

    [Parameter]
    [EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Where the result with its own way to dispute it does not stand beside.</summary>
    [Parameter]
    public bool WithAppeal { get; set; }

    private static string NextKey(FindingState state) => state switch
    {
        FindingState.Submitted => nameof(MyFindingText.Next_Submitted),
        FindingState.Registered => nameof(MyFindingText.Next_Registered),
        FindingState.Investigating => nameof(MyFindingText.Next_Investigating),
        FindingState.RectificationOrdered => nameof(MyFindingText.Next_RectificationOrdered),
        _ => nameof(MyFindingText.Next_Answer),
    };
}

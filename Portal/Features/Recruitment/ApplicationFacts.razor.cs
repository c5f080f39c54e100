using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment;

/// <summary>What the person says of themselves; numbers masked.</summary>
public sealed partial class ApplicationFacts
{
    [Parameter]
    [EditorRequired]
    public required ApplicationFile Shown { get; set; }
}

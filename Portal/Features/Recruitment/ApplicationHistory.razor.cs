using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment;

/// <summary>What the office knows of the same person: earlier applications, earlier terms and how they ended.</summary>
public sealed partial class ApplicationHistory
{
    [Parameter]
    [EditorRequired]
    public required ApplicationFile Shown { get; set; }
}

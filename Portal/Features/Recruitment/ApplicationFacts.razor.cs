using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment;

/// <summary>What the person says of themselves; numbers masked, and in full for a minute with a reason.</summary>
public sealed partial class ApplicationFacts
{
    [Inject]
    public required ApplicationService Applications { get; init; }

    [Parameter]
    [EditorRequired]
    public required ApplicationFile Shown { get; set; }

    private async Task<string?> RevealAsync(ApplicantNumber which, string reason) => (await Applications.RevealAsync(Shown.Application.Id, which, reason))?.Number;
}

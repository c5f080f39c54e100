using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;

namespace Portal.Features.Findings.Mine;

/// <summary>Step two: what kind of matter, each with an example in plain words.</summary>
public sealed partial class KindStep
{
    [Parameter]
    [EditorRequired]
    public required FindingForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required FindingErrors Errors { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    private Task ChooseAsync(FindingCategory category)
    {
        Form.Category = category;
        return OnChange.InvokeAsync();
    }
}

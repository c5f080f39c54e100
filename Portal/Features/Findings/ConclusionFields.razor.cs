using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Domain.Rules;

namespace Portal.Features.Findings;

/// <summary>What the investigation found, and where a problem exists, how grave it is.</summary>
public sealed partial class ConclusionFields
{
    [Parameter]
    [EditorRequired]
    public required FindingActForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required OfficeSettings Settings { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Task ChangedAsync() => OnChanged.InvokeAsync();

    private Task Choose(FindingConclusion conclusion)
    {
        Form.Conclusion = conclusion;
        return OnChanged.InvokeAsync();
    }

    private Task Violation(bool violation)
    {
        Form.IsViolation = violation;
        return OnChanged.InvokeAsync();
    }
}

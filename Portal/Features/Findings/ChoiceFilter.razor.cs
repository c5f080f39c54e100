using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings;

/// <summary>A choice among named rows for the address; empty for all.</summary>
public sealed partial class ChoiceFilter
{
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<FindingChoice> Options { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}

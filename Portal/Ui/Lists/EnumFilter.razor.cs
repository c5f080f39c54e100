using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>A choice among the values of an enumeration, in words; empty for all.</summary>
public sealed partial class EnumFilter<TEnum>
    where TEnum : struct, Enum
{
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public TEnum? Value { get; set; }

    /// <summary>Called with the name of the value for the address, or <c>null</c> for all.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public IReadOnlyList<TEnum>? Options { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private Task Choose(ChangeEventArgs chosen) =>
        ValueChanged.InvokeAsync(chosen.Value as string is { Length: > 0 } name ? name : null);
}

using Microsoft.AspNetCore.Components;

namespace Portal.Features.Retention;

/// <summary>Choosing somebody who holds or held office.</summary>
public sealed partial class PersonField
{
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<RetentionPerson> People { get; set; }

    [Parameter]
    public Guid? Value { get; set; }

    [Parameter]
    public EventCallback<Guid?> ValueChanged { get; set; }

    private Task ChooseAsync(ChangeEventArgs chosen) => ValueChanged.InvokeAsync(Guid.TryParse(chosen.Value as string, out var id) ? id : null);
}

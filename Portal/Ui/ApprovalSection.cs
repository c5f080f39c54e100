using Microsoft.AspNetCore.Components;

namespace Portal.Ui;

/// <summary>A feature's part of the page of what waits for leadership: the page shows the parts one below the other and knows none of them.</summary>
/// <param name="Component">Has the parameter <see cref="OnCount"/> and calls it with how many wait, whenever it has looked.</param>
/// <param name="Order">The smallest comes first.</param>
public sealed record ApprovalSection(Type Component, int Order)
{
    public const string OnCount = nameof(OnCount);

    public static ApprovalSection Of<TComponent>(int order)
        where TComponent : IComponent => new(typeof(TComponent), order);
}

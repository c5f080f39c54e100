using Microsoft.AspNetCore.Components;

namespace Portal.Ui;

/// <summary>A feature's part of a supervisor's page of their office: the page shows the parts one below the other and knows none of them.</summary>
/// <param name="Component">Takes no parameters, and shows nothing where the reader has nothing of it.</param>
/// <param name="Order">The smallest comes first; the page's own certificates come before all.</param>
public sealed record OfficeSection(Type Component, int Order)
{
    public static OfficeSection Of<TComponent>(int order)
        where TComponent : IComponent => new(typeof(TComponent), order);
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui;

/// <summary>A feature's part of the page of a supervisor's own office: the page shows the parts below its own and knows none of them.</summary>
public sealed record OwnOfficeSection(Type Component)
{
    public static OwnOfficeSection Of<TComponent>()
        where TComponent : IComponent => new(typeof(TComponent));
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>A list without rows: either the filters leave none, and can be cleared, or there is nothing yet, and clearing would not help.</summary>
public sealed partial class EmptyList
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>What the filters do not leave.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Uri Address => new(Navigation.Uri);

    private bool IsFiltered => ListFilters.ChosenIn(Address) > 0;
}

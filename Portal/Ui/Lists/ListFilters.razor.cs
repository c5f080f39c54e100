using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Ui.Lists;

/// <summary>The row of filters above a list, with the export of what they leave. On a phone they are folded away behind one button, or they would be all that is seen.</summary>
public sealed partial class ListFilters
{
    private static readonly HashSet<string> s_notFilters = new(StringComparer.OrdinalIgnoreCase) { "page", "sort", "desc" };

    private readonly string _id = $"filters-{Guid.CreateVersion7():n}";
    private bool _open;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public string? ExportHref { get; set; }

    private Uri Address => new(Navigation.Uri);

    /// <summary>How many filters stand in the address.</summary>
    private int Chosen => ChosenIn(Address);

    internal static int ChosenIn(Uri address) => QueryHelpers.ParseQuery(address.Query).Keys.Count(name => !s_notFilters.Contains(name));

    private void Toggle() => _open = !_open;
}

using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>The heading of a column that orders the list: a link, so that it works before the circuit does.</summary>
public sealed partial class SortHeader
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    [EditorRequired]
    public required string Words { get; set; }

    /// <summary>Name of the column in the address.</summary>
    [Parameter]
    [EditorRequired]
    public required string Column { get; set; }

    [Parameter]
    public string? Current { get; set; }

    [Parameter]
    public bool Descending { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private bool IsCurrent => string.Equals(Current, Column, StringComparison.OrdinalIgnoreCase);

    private string AriaSort => !IsCurrent ? "none" : Descending ? "descending" : "ascending";

    private string Mark => !IsCurrent ? "" : Descending ? " ▼" : " ▲";

    private string Href => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["sort"] = Column,
        ["desc"] = IsCurrent && !Descending ? true : null,
        ["page"] = null,
    });
}

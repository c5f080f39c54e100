using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Lists;

/// <summary>How many rows there are, and links to the pages beside this one.</summary>
public sealed partial class Pager
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    [EditorRequired]
    public int Page { get; set; }

    [Parameter]
    [EditorRequired]
    public int Pages { get; set; }

    [Parameter]
    [EditorRequired]
    public int Total { get; set; }

    /// <summary>The address of another page of the list that is shown.</summary>
    public static string Href(NavigationManager navigation, int page) => navigation.GetUriWithQueryParameter("page", page == 1 ? null : (int?)page);

    private string Href(int page) => Href(Navigation, page);
}

using Microsoft.AspNetCore.Components;
using Portal.Data;

namespace Portal.Ui.Lists;

/// <summary>A page that shows a list. Page, order and filters stand in the address, so that reload, back and a link sent to a colleague show the same rows.</summary>
public abstract class ListPage<TRow> : PortalPage
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    public bool Descending { get; set; }

    /// <summary><c>null</c> until loaded.</summary>
    protected PageOf<TRow>? List { get; private set; }

    protected Paging Paging => new(PageNumber ?? 1, Sort, Descending);

    /// <summary>The list's address as it is, for the export of exactly what is shown.</summary>
    protected string Query => new Uri(Navigation.Uri).Query;

    protected abstract Task<PageOf<TRow>> LoadAsync();

    protected override Task OnParametersSetAsync() => ReloadAsync();

    protected async Task ReloadAsync()
    {
        if (!await AttemptAsync(async () => List = await LoadAsync()))
        {
            List ??= new PageOf<TRow>([], 0);
        }

        // Rows may have become fewer since somebody sent the address: the last page that there is, not an empty one.
        if (List is { Total: > 0 } && Paging.Page > List.Pages)
        {
            Navigation.NavigateTo(Pager.Href(Navigation, List.Pages), replace: true);
        }
    }

    /// <summary>Sets one filter and goes back to the first page.</summary>
    protected void Filter(string name, object? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [name] = value is string { Length: 0 } ? null : value,
        ["page"] = null,
    }));
}

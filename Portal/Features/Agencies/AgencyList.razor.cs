using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Agencies;

/// <summary>The agencies under supervision, and the authorities that findings are transferred to.</summary>
public sealed partial class AgencyList : ListPage<AgencyRow>
{
    [Inject]
    public required AgencyService Agencies { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    private AgencyFilter Shown => AgencyFilter.From(Kind, Search);

    protected override Task<PageOf<AgencyRow>> LoadAsync() => Agencies.ListAsync(Shown, Paging);
}

using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Letters;

/// <summary>Letters of introduction: those that wait first, then the latest.</summary>
public sealed partial class LetterList : ListPage<LetterRow>
{
    private IReadOnlyList<AgencyChoice> _agencies = [];

    [Inject]
    public required LetterService Letters { get; init; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    [SupplyParameterFromQuery(Name = "activity")]
    public string? Activity { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    private LetterFilter Shown => LetterFilter.From(State, Agency, Activity, Search);

    protected override async Task OnInitializedAsync() => await AttemptAsync(async () => _agencies = await Letters.AgenciesAsync());

    protected override Task<PageOf<LetterRow>> LoadAsync() => Letters.ListAsync(Shown, Paging);
}

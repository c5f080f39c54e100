using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Activities;

/// <summary>Everything the section organises or organised.</summary>
public sealed partial class ActivityList : ListPage<ActivityRow>
{
    private ActivityFilterChoices _choices = new([], []);

    [Inject]
    public required ActivityService Activities { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "mode")]
    public string? Mode { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "month")]
    public string? Month { get; set; }

    private bool IsMonth => string.Equals(View, "month", StringComparison.OrdinalIgnoreCase);

    private ActivityFilter Shown => ActivityFilter.From(Year, Kind, Mode, State, Agency, Search);

    protected override async Task OnInitializedAsync() =>
        await AttemptAsync(async () => _choices = await Activities.FilterChoicesAsync());

    protected override Task<PageOf<ActivityRow>> LoadAsync() => IsMonth ? Task.FromResult(new PageOf<ActivityRow>([], 0)) : Activities.ListAsync(Shown, Paging);
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Live;
using Portal.Ui.Lists;

namespace Portal.Features.Findings;

/// <summary>Every finding that the reader may see, the most urgent first; each pile of work has its own address.</summary>
public sealed partial class FindingList : ListPage<FindingRow>, IDisposable
{
    private FindingCounts? _counts;
    private FindingChoices? _choices;
    private IDisposable? _watch;

    [Inject]
    public required FindingService Findings { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "due")]
    public string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    public string? Agency { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    public string? Category { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "month")]
    public string? Month { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "handler")]
    public string? Handler { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Q { get; set; }

    private FindingFilter Applied => new FindingAddress(Group, Due, State, Agency, Category, Year, Month, Outcome, Handler, Q).ToFilter();

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Changes.Watch(_ => InvokeAsync(async () =>
            {
                await ReloadAsync();
                StateHasChanged();
            }));
        }

        await AttemptAsync(async () => _choices = await Findings.ChoicesAsync());
    }

    protected override async Task<PageOf<FindingRow>> LoadAsync()
    {
        _counts = await Findings.CountsAsync();
        return await Findings.ListAsync(Applied, Paging);
    }

    private static string? Current(bool here) => here ? "true" : null;

    private static bool Is<TEnum>(string? written, TEnum value)
        where TEnum : struct, Enum => string.Equals(written, value.ToString(), StringComparison.OrdinalIgnoreCase);
}

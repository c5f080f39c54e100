using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Recusals;

/// <summary>Every recusal on record, for the section and for leadership.</summary>
public sealed partial class RecusalList : ListPage<RecusalRow>
{
    [Inject]
    public required RecusalService Recusals { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [SupplyParameterFromQuery(Name = "filter")]
    public string? Shown { get; set; }

    protected override Task<PageOf<RecusalRow>> LoadAsync() =>
        Recusals.ListAsync(Enum.TryParse<RecusalFilter>(Shown, ignoreCase: true, out var filter) ? filter : null, Paging);

    private void Choose(ChangeEventArgs chosen) => Filter("filter", chosen.Value as string);
}

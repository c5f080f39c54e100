using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Dismissals;

/// <summary>Dismissals, those under way first.</summary>
public sealed partial class DismissalList : ListPage<DismissalRow>
{
    [Inject]
    public required DismissalService Dismissals { get; init; }

    protected override Task<PageOf<DismissalRow>> LoadAsync() => Dismissals.ListAsync(Paging);
}

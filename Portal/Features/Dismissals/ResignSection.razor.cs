using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Dismissals;

/// <summary>The reader's term, and the way out of it: a part of the page of their office.</summary>
public sealed partial class ResignSection : PortalPage
{
    private MyResignation? _mine;

    [Inject]
    public required DismissalService Dismissals { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _mine = await Dismissals.MineAsync());
}

using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Undertakings;

/// <summary>Whether the reader has signed: a part of the page of their office.</summary>
public sealed partial class UndertakingSection : PortalPage
{
    private MyUndertaking? _mine;

    [Inject]
    public required UndertakingService Undertakings { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _mine = await Undertakings.MineAsync());
}

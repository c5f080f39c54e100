using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Credentials;

/// <summary>Cards and letters that are due: lost and not issued anew, to come back, or never issued.</summary>
public sealed partial class CardDesk : LivePage
{
    private Certificates? _due;

    [Inject]
    public required CardService Cards { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _due = await Cards.DueAsync();
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Credentials;

/// <summary>Everything that was ever issued to one person.</summary>
public sealed partial class CardsOfPerson : PortalPage
{
    private Certificates? _own;

    [Inject]
    public required CardService Cards { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override Task OnParametersSetAsync() => AttemptAsync(ReloadAsync);

    private async Task ReloadAsync() => _own = await Cards.OfAsync(PersonId.From(Key));
}

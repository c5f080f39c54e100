using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Ui;

namespace Portal.Features.Credentials;

/// <summary>What the code on a card opens: in one word whether the card is valid. Without a circuit, and the same for an unknown code as for any other.</summary>
public sealed partial class PublicCard
{
    private CardAnswer? _answer;

    [Inject]
    public required CardCheck Check { get; init; }

    [Inject]
    public required Words Words { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IOptions<WebOptions> Web { get; init; }

    [Inject]
    public required NavigationManager Addresses { get; init; }

    [Parameter]
    public required string Token { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Web.Value is not { PublicPages: true, PublicCards: true })
        {
            Addresses.NotFound();
            return;
        }

        _answer = await Check.AskAsync(Token);
    }
}

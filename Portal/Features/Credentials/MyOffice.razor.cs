using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Credentials;

/// <summary>A supervisor's own card and letters, and each feature's part of their office; a lost card is reported here in one go.</summary>
public sealed partial class MyOffice : PortalPage
{
    private Certificates? _own;
    private SupervisorCardId? _losing;
    private DateOnly? _lostOn;
    private bool _sending;

    [Inject]
    public required CardService Cards { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IEnumerable<OfficeSection> Sections { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task ReloadAsync() => _own = await Cards.MineAsync();

    private void BeginLosing(CardLine card) => (_losing, _lostOn) = (card.Id, Clock.Today());

    private async Task LoseAsync(CardLine card)
    {
        _sending = true;
        if (await AttemptAsync(() => Cards.ReportMineLostAsync(card.Id, _lostOn!.Value)))
        {
            Snackbar.Add(Text[nameof(CardText.LostNow)], Severity.Success);
            _losing = null;
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
    }
}

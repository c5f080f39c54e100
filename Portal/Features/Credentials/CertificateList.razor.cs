using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Credentials;

/// <summary>Cards and letters of appointment with what can be done with each.</summary>
public sealed partial class CertificateList : PortalPage
{
    private Asking? _asking;
    private SupervisorCardId? _losing;
    private DateOnly? _lostOn;
    private bool _sending;

    private enum Asked
    {
        Replace,
        Void,
    }

    [Inject]
    public required CardService Cards { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required Certificates Of { get; set; }

    [Parameter]
    public bool ShowNames { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    internal static Tone ToneOf(CardState state) => state switch
    {
        CardState.Active => Tone.Good,
        CardState.Lost => Tone.Bad,
        CardState.ReturnPending => Tone.Warning,
        _ => Tone.Neutral,
    };

    private void BeginLosing(CardLine card) => (_losing, _lostOn) = (card.Id, Clock.Today());

    private async Task LoseAsync(CardLine card)
    {
        if (await ActAsync(() => Cards.ReportLostAsync(card.Id, card.Version, _lostOn!.Value), nameof(CardText.LostNow)))
        {
            _losing = null;
        }
    }

    private Task<bool> SayAsync(CardLine card, string reason) => _asking!.What == Asked.Replace
        ? ActAsync(() => Cards.ReplaceAsync(card.Id, card.Version, reason), nameof(CardText.Reissued))
        : ActAsync(() => Cards.DeclareVoidAsync(card.Id, card.Version, reason), nameof(CardText.Voided));

    private async Task<bool> ActAsync(Func<Task> act, string doneKey)
    {
        _sending = true;
        var done = await AttemptAsync(act);
        if (done)
        {
            Snackbar.Add(Text[doneKey], Severity.Success);
        }

        await OnChanged.InvokeAsync();
        _sending = false;
        return done;
    }

    private sealed record Asking(Guid Id, Asked What);
}

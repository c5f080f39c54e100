using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Recusals;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>One recusal, and the section's decision on it.</summary>
public sealed partial class RecusalDetail : PortalPage
{
    private RecusalRow? _row;
    private Asking _asking;

    private enum Asking
    {
        Nothing,
        Decline,
        Lift,
    }

    [Inject]
    public required RecusalService Recusals { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_row is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task AcceptAsync()
    {
        if (await AttemptAsync(() => Recusals.AcceptAsync(RecusalId.From(Key))))
        {
            Snackbar.Add(Text[nameof(RecusalText.Accepted)], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
    }

    private async Task<bool> GiveReasonAsync(string reason)
    {
        var id = RecusalId.From(Key);
        var declining = _asking == Asking.Decline;
        var given = await AttemptAsync(() => declining ? Recusals.DeclineAsync(id, reason) : Recusals.LiftAsync(id, reason));
        if (given)
        {
            Snackbar.Add(Text[declining ? nameof(RecusalText.Declined) : nameof(RecusalText.Lifted)], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        return given;
    }

    private async Task ReloadAsync() => _row = await Recusals.GetAsync(RecusalId.From(Key));
}

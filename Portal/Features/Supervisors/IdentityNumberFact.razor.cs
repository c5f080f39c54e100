using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Supervisors;

/// <summary>The identity number, masked; in full for a minute, for whoever gives a reason.</summary>
public sealed partial class IdentityNumberFact : PortalPage, IDisposable
{
    private bool _asking;
    private RevealedNumber? _shown;
    private ITimer? _minute;

    [Inject]
    public required SupervisorService Supervisors { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public PersonId Person { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Masked { get; set; }

    public void Dispose() => Hide();

    private Task<bool> RevealAsync(string reason) => AttemptAsync(async () =>
    {
        var revealed = await Supervisors.RevealAsync(Person, reason);
        Hide();
        _shown = revealed;
        _minute = Clock.CreateTimer(_ => _ = InvokeAsync(HideAgain), null, RevealedNumber.Shown, Timeout.InfiniteTimeSpan);
    });

    private void HideAgain()
    {
        Hide();
        StateHasChanged();
    }

    private void Hide()
    {
        _minute?.Dispose();
        _minute = null;
        _shown = null;
        _asking = false;
    }
}

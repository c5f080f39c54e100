using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>A protected number, masked; in full for a minute, for whoever gives a reason. The service behind it puts the reading on record first.</summary>
public sealed partial class RevealFact : PortalPage, IDisposable
{
    public const int ReasonLength = 200;

    private bool _asking;
    private string? _shown;
    private ITimer? _minute;

    public static TimeSpan Shown { get; } = TimeSpan.FromSeconds(60);

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required string Masked { get; set; }

    /// <summary>What the button says happens.</summary>
    [Parameter]
    [EditorRequired]
    public required string Act { get; set; }

    /// <summary>Under which name a reason is kept while it is typed.</summary>
    [Parameter]
    [EditorRequired]
    public required string Draft { get; set; }

    /// <summary>Gives it out for a reason; <c>null</c> when there is none any more.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, Task<string?>> Reveal { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    [Parameter]
    public string ActTestId { get; set; } = "reveal";

    public void Dispose() => Hide();

    private Task<bool> RevealAsync(string reason) => AttemptAsync(async () =>
    {
        var revealed = await Reveal(reason);
        Hide();
        _shown = revealed;
        _minute = Clock.CreateTimer(_ => _ = InvokeAsync(HideAgain), null, Shown, Timeout.InfiniteTimeSpan);
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

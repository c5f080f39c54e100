using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Undertakings;

/// <summary>Where a supervisor reads the undertaking and signs it.</summary>
public sealed partial class UndertakingPage : PortalPage
{
    private MyUndertaking? _mine;
    private bool _isLoaded;
    private bool _agreed;
    private string _name = "";
    private string? _refusal;
    private bool _sending;

    [Inject]
    public required UndertakingService Undertakings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task ReloadAsync()
    {
        _mine = await Undertakings.MineAsync();
        _isLoaded = true;
    }

    private async Task SignAsync()
    {
        if (_sending)
        {
            return;
        }

        _sending = true;
        _refusal = null;
        await AttemptAsync(async () =>
        {
            try
            {
                await Undertakings.SignAsync(_mine!.Number, _name, _agreed);
                Snackbar.Add(Text[nameof(UndertakingText.Done)], Severity.Success);
            }
            catch (RuleViolationException refused)
            {
                // Next to what was typed, where it is put right.
                _refusal = Words.Of(refused.Violation);
            }

            await ReloadAsync();
        });
        _sending = false;
    }
}

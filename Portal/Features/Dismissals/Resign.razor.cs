using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Appointments;
using Portal.Ui.Forms;

namespace Portal.Features.Dismissals;

/// <summary>Where a supervisor resigns in writing (Article 18 (5)): what comes of it in words, the declaration, and a tick.</summary>
public sealed partial class Resign : DraftForm<ResignForm>
{
    private MyResignation? _mine;
    private bool _isLoaded;
    private bool _sending;

    [Inject]
    public required DismissalService Dismissals { get; init; }

    protected override string DraftName => "resign";

    protected override async Task OnInitializedAsync() => await AttemptAsync(async () =>
    {
        _mine = await Dismissals.MineAsync();
        if (_mine is { Resignation: null })
        {
            await RecallAsync();
        }

        _isLoaded = true;
    });

    protected override void FindErrors()
    {
        Say(nameof(ResignForm.Statement), string.IsNullOrWhiteSpace(Form.Statement) ? Text[nameof(DismissalText.Error_Statement)].Value : null);
        Say(nameof(ResignForm.EffectiveOn), Form.EffectiveOn is { } day && (day < Clock.Today() || day > _mine!.TermEnd.AddDays(1)) ? Words.Of(AppointmentRules.EffectiveOutOfTerm(Clock.Today(), _mine!.TermEnd)) : null);
        Say(nameof(ResignForm.Confirmed), Form.Confirmed ? null : Text[nameof(DismissalText.Error_Confirmed)].Value);
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        if (await SendAsync(() => AttemptAsync(() => Dismissals.ResignAsync(Form.Statement, Form.EffectiveOn))))
        {
            Snackbar.Add(Text[nameof(DismissalText.Resign_Done)], Severity.Success);
        }

        await AttemptAsync(async () => _mine = await Dismissals.MineAsync());
        _sending = false;
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Rules;
using Portal.Domain.Undertakings;
using Portal.Ui.Forms;

namespace Portal.Features.Undertakings;

/// <summary>What is typed of a new version.</summary>
public sealed class UndertakingForm
{
    public string Text { get; set; } = "";
}

/// <summary>The undertaking in force, who has it still to sign, and the publishing of a new version.</summary>
public sealed partial class UndertakingDeskPage : DraftForm<UndertakingForm>
{
    private UndertakingDesk? _desk;
    private bool _writing;
    private bool _sending;

    [Inject]
    public required UndertakingService Undertakings { get; init; }

    protected override string DraftName => "undertaking";

    protected override int? Version => _desk!.Number;

    protected override async Task OnInitializedAsync() => await AttemptAsync(ReloadAsync);

    protected override void FindErrors() =>
        Say(nameof(UndertakingForm.Text), string.IsNullOrWhiteSpace(Form.Text) ? Words.Of(UndertakingRules.TextMissing()) : null);

    private async Task ReloadAsync() => _desk = await Undertakings.DeskAsync();

    /// <summary>A new version begins with the one in force; the first, with words that the office can change.</summary>
    private async Task BeginAsync()
    {
        await AttemptAsync(async () =>
        {
            if (!await RecallAsync())
            {
                Form.Text = _desk!.Number == 0 ? Text[nameof(UndertakingText.Proposed)] : _desk.Text;
            }
        });
        _writing = true;
    }

    private async Task PublishAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        if (await SendAsync(() => AttemptAsync(() => Undertakings.PublishAsync(_desk!.Number, Form.Text))))
        {
            _writing = false;
            Form = new UndertakingForm();
            Snackbar.Add(Text[nameof(UndertakingText.Published)], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
    }
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui.Forms;

namespace Portal.Features.Dismissals;

/// <summary>Where a dismissal begins: one of the six grounds of Article 18, and what it stands on.</summary>
public sealed partial class NewDismissal : DraftForm<DismissalForm>
{
    private DismissalSubject? _subject;
    private bool _sending;

    [Inject]
    public required DismissalService Dismissals { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"dismissal-{Key:n}";

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () =>
        {
            await RecallAsync();
            _subject = await Dismissals.SubjectAsync(PersonId.From(Key));
        });
        if (_subject is null)
        {
            Addresses.NotFound();
        }
    }

    protected override void FindErrors()
    {
        Say(nameof(DismissalForm.Ground), Form.Ground is null ? Text[nameof(DismissalText.Error_Ground)].Value : null);
        Say(nameof(DismissalForm.Facts), string.IsNullOrWhiteSpace(Form.Facts) ? Text[nameof(DismissalText.Error_Facts)].Value : null);
        Say(
            nameof(DismissalForm.Sanction),
            Form.Ground == DismissalGround.CriminalOrDisciplinaryOrSerious && Form.Sanction is null ? Words.Of(AppointmentRules.SanctionIncomplete()) : null);
    }

    private void ChooseGround(DismissalGround ground) => Set(() => Form.Ground = ground);

    private void Set(Action change)
    {
        change();
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        DismissalCaseId drafted = default;
        var sent = await SendAsync(() => AttemptAsync(async () => drafted = await Dismissals.DraftAsync(PersonId.From(Key), Form)));
        _sending = false;
        if (sent)
        {
            Addresses.NavigateTo($"/dismissals/{drafted}");
        }
    }
}

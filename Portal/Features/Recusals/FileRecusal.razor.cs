using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui.Forms;

namespace Portal.Features.Recusals;

/// <summary>Where the section puts a supervisor's recusal on record, of its own accord or because an agency asks for it (domain.md A2.11). It takes effect when it is decided.</summary>
public sealed partial class FileRecusal : DraftForm<FileRecusalForm>
{
    private IReadOnlyList<Choice>? _people;
    private RecusalChoices _choices = RecusalChoices.None;
    private bool _sending;

    [Inject]
    public required RecusalFilingService Recusals { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override string DraftName => "recusal-of-other";

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        await RecallAsync();
        var people = await Recusals.PeopleAsync();
        await LoadChoicesAsync();
        _people = people;
    });

    protected override void FindErrors()
    {
        foreach (var (field, words) in RecusalErrors.Of(Form.What, Text))
        {
            Say(field, words);
        }

        Say(nameof(FileRecusalForm.Person), Form.Person is null ? Text[nameof(RecusalText.Error_Person)].Value : null);
    }

    // What can be stepped aside from is another person's: the matter chosen before is not theirs, except an agency.
    private async Task ChoosePersonAsync()
    {
        await AttemptAsync(LoadChoicesAsync);
        if (!_choices.Offers(Form.What))
        {
            Form.What.Matter = null;
        }

        Changed();
    }

    private async Task LoadChoicesAsync() =>
        _choices = Form.Person is { } person ? await Recusals.ChoicesAsync(PersonId.From(person)) : RecusalChoices.None;

    private void ChooseOrigin(bool askedByAgency)
    {
        Form.AskedByAgency = askedByAgency;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        Guid filed = default;
        var sent = await SendAsync(() => AttemptAsync(async () =>
        {
            var person = PersonId.From(Form.Person!.Value);
            filed = (Form.AskedByAgency ? await Recusals.RequestAsync(person, Form.What) : await Recusals.DirectAsync(person, Form.What)).Value;
        }));
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/recusals/{filed}");
        }
    }
}

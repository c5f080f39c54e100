using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>Where the section puts a supervisor's recusal on record, of its own accord or because an agency asks for it (domain.md A2.11). It takes effect when it is decided.</summary>
public sealed partial class FileRecusal : PortalPage, IAsyncDisposable
{
    private const string Draft = "recusal-of-other";

    private Dictionary<string, string> _errors = [];
    private DraftKeeper? _keeper;
    private IReadOnlyList<Choice>? _people;
    private RecusalChoices _choices = RecusalChoices.None;
    private FileRecusalForm _form = new();
    private DateTimeOffset? _savedAt;
    private bool _sending;

    [Inject]
    public required RecusalFilingService Recusals { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _keeper = new DraftKeeper(() => InvokeAsync(() => AttemptAsync(SaveDraftAsync)), Clock);
        await AttemptAsync(async () =>
        {
            _form = await Drafts.LoadAsync<FileRecusalForm>(Draft) ?? new FileRecusalForm();
            var people = await Recusals.PeopleAsync();
            await LoadChoicesAsync();
            _people = people;
        });
    }

    // What can be stepped aside from is another person's: the matter chosen before is not theirs, except an agency.
    private async Task ChoosePersonAsync()
    {
        await AttemptAsync(LoadChoicesAsync);
        if (!_choices.Offers(_form.What))
        {
            _form.What.Matter = null;
        }

        Changed();
    }

    private async Task LoadChoicesAsync() =>
        _choices = _form.Person is { } person ? await Recusals.ChoicesAsync(PersonId.From(person)) : RecusalChoices.None;

    private void ChooseOrigin(bool askedByAgency)
    {
        _form.AskedByAgency = askedByAgency;
        Changed();
    }

    private void Changed()
    {
        if (_errors.Count > 0)
        {
            Check();
        }

        _keeper!.Touch();
    }

    private async Task SaveDraftAsync()
    {
        try
        {
            _savedAt = null;
            await Drafts.SaveAsync(Draft, _form);
            _savedAt = Clock.GetUtcNow();
        }
        finally
        {
            StateHasChanged();
        }
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        await _keeper!.ForgetAsync();
        Guid filed = default;
        var sent = await AttemptAsync(async () =>
        {
            var person = PersonId.From(_form.Person!.Value);
            filed = (_form.AskedByAgency ? await Recusals.RequestAsync(person, _form.What) : await Recusals.DirectAsync(person, _form.What)).Value;
            await Drafts.DiscardAsync(Draft);
        });
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo($"/recusals/{filed}");
        }
    }

    private bool Check()
    {
        _errors = RecusalErrors.Of(_form.What, Text);
        if (_form.Person is null)
        {
            _errors[nameof(FileRecusalForm.Person)] = Text[nameof(RecusalText.Error_Person)];
        }

        return _errors.Count == 0;
    }

    private string? ErrorOf(string field) => _errors.GetValueOrDefault(field);
}

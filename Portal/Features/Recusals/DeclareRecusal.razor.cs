using Microsoft.AspNetCore.Components;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Recusals;

/// <summary>The one place where a supervisor declares a recusal. What is typed is kept until it is sent.</summary>
public sealed partial class DeclareRecusal : PortalPage, IAsyncDisposable
{
    private const string Draft = "recusal";

    private Dictionary<string, string> _errors = [];
    private DraftKeeper? _keeper;
    private RecusalChoices? _choices;
    private RecusalForm _form = new();
    private DateTimeOffset? _savedAt;
    private bool _sending;

    [Inject]
    public required RecusalService Recusals { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The matter, where the page was opened from an activity, an agency or a finding.</summary>
    [SupplyParameterFromQuery(Name = "activity")]
    public Guid? FromActivity { get; set; }

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
            _form = await Drafts.LoadAsync<RecusalForm>(Draft) ?? new RecusalForm();
            if (FromActivity is { } activity)
            {
                _form.Kind = RecusalMatterKind.Activity;
                _form.Matter = activity;
            }

            _choices = await Recusals.ChoicesAsync();
        });
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
        var sent = await AttemptAsync(async () =>
        {
            await Recusals.DeclareAsync(_form);
            await Drafts.DiscardAsync(Draft);
        });
        _sending = false;
        if (sent)
        {
            Navigation.NavigateTo("/my/recusals?sent=true");
        }
    }

    private bool Check()
    {
        _errors = RecusalErrors.Of(_form, Text);
        return _errors.Count == 0;
    }

    private string? ErrorOf(string field) => _errors.GetValueOrDefault(field);
}

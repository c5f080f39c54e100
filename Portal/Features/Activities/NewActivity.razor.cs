using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Activities;

/// <summary>The one place where an activity is planned. What is typed is kept until it is sent; who would be invited is shown before.</summary>
public sealed partial class NewActivity : PortalPage, IAsyncDisposable
{
    private const string Draft = "activity";

    private readonly Dictionary<string, string> _errors = [];
    private DraftKeeper? _keeper;
    private IReadOnlyList<NamedChoice>? _agencies;
    private ActivityForm _form = new();
    private Invitations? _preview;
    private PlannedActivity? _planned;
    private bool _saved;
    private bool _sending;

    [Inject]
    public required ActivityService Activities { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

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
            var agencies = await Activities.AgencyChoicesAsync();
            _form = await Drafts.LoadAsync<ActivityForm>(Draft) ?? new ActivityForm();
            _form.Agencies.RemoveAll(id => agencies.All(a => a.Id != id));
            _agencies = agencies;
        });
        await PreviewAsync();
    }

    private void ChooseKind(ActivityKind kind)
    {
        _form.Kind = kind;
        if (kind != ActivityKind.Supervision)
        {
            _form.Mode = null;
        }

        Changed();
    }

    private void ChooseMode(SupervisionMode mode)
    {
        _form.Mode = mode;
        Changed();
    }

    private Task ToggleAsync<T>(List<T> chosen, T one)
    {
        if (!chosen.Remove(one))
        {
            chosen.Add(one);
        }

        return ChangedInviteesAsync();
    }

    private Task ChangedInviteesAsync()
    {
        Changed();
        return PreviewAsync();
    }

    private void Changed()
    {
        if (_errors.Count > 0)
        {
            Check();
        }

        _keeper!.Touch();
    }

    private async Task PreviewAsync()
    {
        if (_form.Date is null || _form.Groups.Count == 0)
        {
            _preview = null;
            return;
        }

        await AttemptAsync(async () => _preview = await Activities.PreviewAsync(_form));
    }

    private async Task SaveDraftAsync()
    {
        try
        {
            _saved = false;
            await Drafts.SaveAsync(Draft, _form);
            _saved = true;
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
        await AttemptAsync(async () =>
        {
            _planned = await Activities.CreateAsync(_form);
            await Drafts.DiscardAsync(Draft);
        });
        _sending = false;
    }

    private bool Check()
    {
        _errors.Clear();
        Say(nameof(ActivityForm.Title), string.IsNullOrWhiteSpace(_form.Title) ? Text[nameof(ActivityText.Error_Title)].Value : TooLong(_form.Title, Activity.TitleLength));
        Say(nameof(ActivityForm.Date), _form.Date is null ? Text[nameof(ActivityText.Error_Date)].Value : null);
        Say(nameof(ActivityForm.Hours), _form.Hours is < 0 or > ActivityForm.LongestHours ? Text[nameof(ActivityText.Error_Hours), ActivityForm.LongestHours].Value : null);
        Say(nameof(ActivityForm.Groups), _form.Groups.Count == 0 ? Text[nameof(ActivityText.Error_Groups)].Value : null);
        Say(nameof(ActivityForm.Remark), TooLong(_form.Remark, Activity.TextLength));
        if (Activity.WhyNotPlan(_form.Kind, _form.Mode, _form.AgencyIds) is { } why)
        {
            // The law's own words, next to the field that they are about.
            Say(_form.Mode is null ? nameof(ActivityForm.Mode) : nameof(ActivityForm.Agencies), Words.Of(why));
        }

        return _errors.Count == 0;
    }

    private string? TooLong(string text, int length) => text.Length > length ? Text[nameof(ActivityText.Error_TooLong), length].Value : null;

    private void Say(string field, string? words)
    {
        if (words is not null)
        {
            _errors[field] = words;
        }
    }

    private string? ErrorOf(string field) => _errors.GetValueOrDefault(field);

    private string? Invalid(string field) => _errors.ContainsKey(field) ? "true" : null;
}

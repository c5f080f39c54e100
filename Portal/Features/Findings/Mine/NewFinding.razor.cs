using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>The one place where a supervisor reports something: short steps, each kept as it is typed, because phones drop a page when the app is switched.</summary>
public sealed partial class NewFinding : PortalPage, IAsyncDisposable
{
    private static readonly FindingStep[] s_steps = Enum.GetValues<FindingStep>();

    private DraftKeeper? _keeper;
    private IReadOnlyList<UnitChoice>? _choices;
    private IReadOnlyList<CoAuthorChoice> _coAuthors = [];
    private FindingForm _form = new();
    private FindingErrors _errors = FindingErrors.None;
    private ElementReference _stepTitle;
    private bool _moved;
    private bool _restored;
    private bool _saved;
    private bool _sending;

    [Inject]
    public required MyFindingService Findings { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required NavigationManager Address { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string UnitName => _form.IsOtherUnit ? _form.OtherUnit : _choices!.FirstOrDefault(c => c.Id == _form.Agency)?.Name ?? "";

    private List<string> CoAuthorNames => [.. _coAuthors.Where(c => _form.CoAuthors.Contains(c.Id)).Select(c => c.Name)];

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
            _form = await Drafts.LoadAsync<FindingForm>(DraftNames.Finding) ?? _form;
            _restored = !_form.IsEmpty;
            _coAuthors = await Findings.CoAuthorChoicesAsync();
            _form.CoAuthors.RemoveAll(id => _coAuthors.All(c => c.Id != id));
            _choices = await Findings.ChoicesAsync();
        });
    }

    // Whoever reads with their ears, or has the text at 30 px, is taken to the top of the new step.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moved)
        {
            _moved = false;
            await _stepTitle.FocusAsync();
        }
    }

    private void Changed()
    {
        if (_errors.Any)
        {
            _errors = Check(_form.Step);
        }

        _saved = false;
        _keeper!.Touch();
    }

    private async Task GoOnAsync()
    {
        if (_sending)
        {
            return;
        }

        _errors = Check(_form.Step);
        if (_errors.Any)
        {
            return;
        }

        if (_form.Step == FindingStep.Confirm)
        {
            await SendAsync();
        }
        else
        {
            await GoToAsync(_form.Step + 1);
        }
    }

    private async Task GoToAsync(FindingStep step)
    {
        _form.Step = step;
        _errors = FindingErrors.None;
        _moved = true;
        await _keeper!.ForgetAsync();
        await AttemptAsync(SaveDraftAsync);
    }

    private async Task SendAsync()
    {
        _sending = true;
        await _keeper!.ForgetAsync();
        FindingId? sent = null;
        await AttemptAsync(async () =>
        {
            try
            {
                sent = await Findings.SubmitAsync(_form);
            }
            catch (RuleViolationException refused) when (refused.Violation.Code == FindingRules.AlreadyFiled("").Code)
            {
                // What was written over a form that had arrived is another matter: sent once more, it becomes one.
                _form.Id = Guid.CreateVersion7();
                await SaveDraftAsync();
                throw;
            }

            await Drafts.DiscardAsync(DraftNames.Finding);
        });
        _sending = false;
        if (sent is { } id)
        {
            Address.NavigateTo($"/my/findings/{id.Value}/receipt");
            return;
        }

        await ShowWhatWasRefusedAsync();
    }

    /// <summary>The facts have changed since they were chosen, such as a recusal declared on another page: the first step that no longer holds says so.</summary>
    private async Task ShowWhatWasRefusedAsync()
    {
        await AttemptAsync(async () => _choices = await Findings.ChoicesAsync());
        foreach (var step in s_steps)
        {
            var errors = Check(step);
            if (errors.Any)
            {
                await GoToAsync(step);
                _errors = errors;
                return;
            }
        }
    }

    private async Task StartOverAsync()
    {
        await _keeper!.ForgetAsync();
        await AttemptAsync(async () =>
        {
            await Drafts.DiscardAsync(DraftNames.Finding);
            _form = new FindingForm();
            _errors = FindingErrors.None;
            _restored = _saved = false;
            _moved = true;
        });
    }

    private async Task SaveDraftAsync()
    {
        try
        {
            _saved = false;
            await Drafts.SaveAsync(DraftNames.Finding, _form);
            _saved = true;
        }
        finally
        {
            StateHasChanged();
        }
    }

    private FindingErrors Check(FindingStep step) => FindingErrors.Of(_form, step, _choices!, Words, Text);
}

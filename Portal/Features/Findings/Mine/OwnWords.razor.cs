using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>What is kept of a short answer.</summary>
public sealed class OwnWordsForm
{
    public string Words { get; set; } = "";
}

/// <summary>A short answer or objection in the author's own words, kept while it is typed and after a refusal.</summary>
public sealed partial class OwnWords : PortalPage, IAsyncDisposable
{
    private DraftKeeper? _keeper;
    private OwnWordsForm _form = new();
    private string? _error;
    private bool _sending;

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>What the button says happens.</summary>
    [Parameter]
    [EditorRequired]
    public required string Act { get; set; }

    /// <summary>Under which name it is kept.</summary>
    [Parameter]
    [EditorRequired]
    public required string Draft { get; set; }

    /// <summary>Sends it; says whether it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, Task<bool>> Send { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _keeper = new DraftKeeper(() => InvokeAsync(() => AttemptAsync(() => Drafts.SaveAsync(Draft, _form))), Clock);
        await AttemptAsync(async () => _form = await Drafts.LoadAsync<OwnWordsForm>(Draft) ?? _form);
    }

    private void Changed()
    {
        _error = _error is null ? null : Check();
        _keeper!.Touch();
    }

    private async Task SubmitAsync()
    {
        _error = Check();
        if (_error is not null || _sending)
        {
            return;
        }

        _sending = true;
        await _keeper!.ForgetAsync();
        if (await Send(_form.Words.Trim()))
        {
            _form = new OwnWordsForm();
            await AttemptAsync(() => Drafts.DiscardAsync(Draft));
        }

        _sending = false;
    }

    private string? Check()
    {
        var over = _form.Words.Trim().Length - FindingEvent.NoteLength;
        return string.IsNullOrWhiteSpace(_form.Words) ? Words.Of(FindingRules.ReasonMissing())
            : over > 0 ? Text[nameof(MyFindingText.Error_TooLong), FindingEvent.NoteLength, over].Value
            : null;
    }
}

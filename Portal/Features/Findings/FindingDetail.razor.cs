using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Findings;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Findings;

/// <summary>One finding: where it stands, what comes next, and what has been done with it. Follows the acts of others without losing what is typed.</summary>
public sealed partial class FindingDetail : LivePage
{
    private FindingDetails? _shown;
    private FindingAct? _act;

    [Inject]
    public required FindingService Findings { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.Finding.Id != FindingId.From(Key))
        {
            _act = null;
            await ReloadAsync();
        }
    }

    // A finding that the reader is recused from meanwhile is gone for them, like one that never was.
    protected override async Task ReloadAsync()
    {
        await AttemptAsync(async () => _shown = await Findings.GetAsync(FindingId.From(Key)));
        if (_shown is null)
        {
            Navigation.NotFound();
        }
    }

    private void Open(FindingAct act) => _act = act;

    private async Task DoneAsync()
    {
        var done = _act!.Value;
        _act = null;
        Snackbar.Add(Text[nameof(FindingText.Done), Words.Of(done)], Severity.Success);
        await ReloadAsync();
    }

    // What was found and who took it over stay readable here when the finding itself has moved on.
    private string Title(FindingStep step)
    {
        List<string> facts =
        [
            .. step.Conclusion is { } conclusion ? [Words.Of(conclusion)] : Array.Empty<string>(),
            .. step.IsViolation ? [Text[nameof(FindingText.Step_Violation)].Value] : Array.Empty<string>(),
            .. step.LossAmount is { } loss ? [Text[nameof(FindingText.Yuan), loss].Value] : Array.Empty<string>(),
            .. step.Handler is { } handler ? [handler] : Array.Empty<string>(),
            .. step.Date is { } day ? [Words.ShortDay(day)] : Array.Empty<string>(),
        ];
        return facts.Count == 0 ? Words.Of(step.Kind) : Text[nameof(FindingText.Step_Until), Words.Of(step.Kind), string.Join(" · ", facts)];
    }

    private TimelineEntry Entry(FindingStep step) => new(
        step.At == default ? Text[nameof(FindingText.Undated)] : Words.Day(Clock.DayOf(step.At)),
        Title(step),
        step.ByAuthor ? Text[nameof(FindingText.ByAuthor)] : step.Who,
        step.Note,
        step.Kind switch
        {
            FindingEventKind.FedBack or FindingEventKind.Closed or FindingEventKind.Verified or FindingEventKind.FixedOnSpot => Tone.Good,
            FindingEventKind.RectificationRejected or FindingEventKind.ProposalRefused or FindingEventKind.Appealed => Tone.Warning,
            FindingEventKind.ConclusionProposed or FindingEventKind.ExtensionProposed or FindingEventKind.ClosingProposed => Tone.Neutral,
            _ => Tone.Info,
        });
}

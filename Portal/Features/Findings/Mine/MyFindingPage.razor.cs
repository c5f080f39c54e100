using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Findings;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>One of the reader's findings: the result, what is asked of them, and every step with its reason (Article 14: 及时反馈).</summary>
public sealed partial class MyFindingPage : LivePage
{
    private MyFinding? _finding;
    private IReadOnlyList<TimelineEntry> _entries = [];

    [Inject]
    public required MyFindingService Findings { get; init; }

    [Inject]
    public required NavigationManager Address { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (await AttemptAsync(ReloadAsync) && _finding is null)
        {
            Address.NotFound();
        }
    }

    private Task<bool> SupplementAsync(string addition) =>
        SendAsync(() => Findings.SupplementAsync(FindingId.From(Key), addition), nameof(MyFindingText.Supplemented));

    private Task<bool> AppealAsync(string reason) =>
        SendAsync(() => Findings.AppealAsync(FindingId.From(Key), reason), nameof(MyFindingText.Appealed));

    private async Task<bool> SendAsync(Func<Task> act, string done)
    {
        var sent = await AttemptAsync(act);
        if (sent)
        {
            Snackbar.Add(Text[done], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged();
        return sent;
    }

    protected override async Task ReloadAsync()
    {
        _finding = await Findings.GetAsync(FindingId.From(Key));
        _entries = _finding is null ? [] : [.. _finding.Steps.Select(Entry)];
    }

    private TimelineEntry Entry(MyStep step) => new(step.On is { } on ? Words.Day(on) : Text[nameof(MyFindingText.Undated)], TitleOf(step), Reason: ReasonOf(step), Tone: ToneOf(step.Kind));

    private string TitleOf(MyStep step) => step.Conclusion is { } found ? Text[nameof(MyFindingText.Step_Found), Words.Of(step.Kind), Words.Of(found)] : Words.Of(step.Kind);

    // The feedback stands in its own place, in large type; here only that it came.
    private string? ReasonOf(MyStep step)
    {
        var note = step.Kind == FindingEventKind.FedBack ? null : step.Note;
        var date = step.Date is { } day && DateKey(step.Kind) is { } key ? Text[key, Words.Day(day)].Value : null;
        return (note, date) switch
        {
            (null, null) => null,
            (null, _) => date,
            (_, null) => note,
            _ => $"{note}\n{date}",
        };
    }

    private static string? DateKey(FindingEventKind kind) => kind switch
    {
        FindingEventKind.RectificationOrdered or FindingEventKind.RectificationRejected => nameof(MyFindingText.Timeline_Date),
        FindingEventKind.Extended => nameof(MyFindingText.Timeline_Extended),
        FindingEventKind.Verified or FindingEventKind.FixedOnSpot => nameof(MyFindingText.Timeline_Done),
        _ => null,
    };

    private static Tone ToneOf(FindingEventKind kind) => kind switch
    {
        FindingEventKind.InfoRequested => Tone.Warning,
        FindingEventKind.Verified or FindingEventKind.FixedOnSpot or FindingEventKind.FedBack => Tone.Good,
        _ => Tone.Info,
    };
}

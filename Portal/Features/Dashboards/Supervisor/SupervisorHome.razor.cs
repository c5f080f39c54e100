using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>The supervisor's first page: three large buttons, then what waits, then what is coming. Nothing about anybody else.</summary>
public sealed partial class SupervisorHome : PortalPage, IDisposable
{
    private MyHome? _home;
    private IDisposable? _watch;

    [Inject]
    public required MyHomeService Homes { get; init; }

    [Inject]
    public required LiveFeed<ChangeStamp> Changes { get; init; }

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Changes.Watch(_ => InvokeAsync(async () =>
            {
                await AttemptAsync(ReloadAsync);
                StateHasChanged();
            }));
        }

        await AttemptAsync(ReloadAsync);
    }

    private static string AddressOf(Waiting wait) => wait.Kind switch
    {
        WaitKind.Invitation => "/my/activities",
        WaitKind.Decision => "/my/recusals",
        WaitKind.Draft => "/findings/new",
        WaitKind.Question or WaitKind.Result => $"/my/findings/{wait.Subject}",
        _ => throw new ArgumentOutOfRangeException(nameof(wait)),
    };

    private static Tone ToneOf(FindingProgress finding) => finding.State switch
    {
        FindingState.NeedsInfo => Tone.Warning,
        FindingState.FedBack => Tone.Good,
        FindingState.Closed or FindingState.Merged => Tone.Neutral,
        _ => Tone.Info,
    };

    private string WordsOf(Waiting wait) => wait.Kind switch
    {
        WaitKind.Question => Text[nameof(SupervisorHomeText.Wait_Question), wait.Name],
        WaitKind.Invitation => Text[nameof(SupervisorHomeText.Wait_Invitation), wait.Name, Words.Day(wait.On!.Value)],
        WaitKind.Result => Text[nameof(SupervisorHomeText.Wait_Result), wait.Name, Words.Day(wait.On!.Value)],
        WaitKind.Decision => Text[nameof(SupervisorHomeText.Wait_Decision), wait.Name, Words.Of(wait.Decision!.Value)],
        WaitKind.Draft => Text[nameof(SupervisorHomeText.Wait_Draft)],
        _ => throw new ArgumentOutOfRangeException(nameof(wait)),
    };

    private string NextActivity(MyHome home) => home.Coming is [var next, ..]
        ? Text[nameof(SupervisorHomeText.Act_Activities_Next), Words.Day(next.Date), next.Title]
        : Text[nameof(SupervisorHomeText.Act_Activities_None)];

    private async Task ReloadAsync() => _home = await Homes.GetAsync();
}

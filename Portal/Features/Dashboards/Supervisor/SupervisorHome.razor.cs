using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>The supervisor's first page: three large buttons, then what waits, then what is coming. Nothing about anybody else.</summary>
public sealed partial class SupervisorHome : LivePage
{
    private MyHome? _home;

    [Inject]
    public required MyHomeService Homes { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private static string AddressOf(Waiting wait) => wait.Kind switch
    {
        WaitKind.Invitation => "/my/activities",
        WaitKind.Decision => "/my/recusals",
        WaitKind.Inactive => "/my/activities",
        WaitKind.TermEnding => "/my/office",
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
        WaitKind.Inactive when wait.Months == RegulationFigures.InactivityMonths => Text[nameof(SupervisorHomeText.Wait_Inactive_Over)],
        WaitKind.Inactive => Text[nameof(SupervisorHomeText.Wait_Inactive), wait.Months!, Words.Day(wait.On!.Value)],
        WaitKind.TermEnding => Text[nameof(SupervisorHomeText.Wait_TermEnding), Words.Day(wait.On!.Value)],
        WaitKind.Draft => Text[nameof(SupervisorHomeText.Wait_Draft)],
        _ => throw new ArgumentOutOfRangeException(nameof(wait)),
    };

    private string NextActivity(MyHome home) => home.Coming is [var next, ..]
        ? Text[nameof(SupervisorHomeText.Act_Activities_Next), Words.Day(next.Date), next.Title]
        : Text[nameof(SupervisorHomeText.Act_Activities_None)];

    protected override async Task ReloadAsync() => _home = await Homes.GetAsync();
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.Time;
using Portal.Ui;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>What waits for the section, the most urgent first.</summary>
public sealed partial class WorkPanel
{
    [Parameter]
    [EditorRequired]
    public required AdministratorSnapshot Snapshot { get; set; }

    private static string HrefOf(WorkItem item) => item.Kind switch
    {
        WorkKind.DecideLeave or WorkKind.RecordAttendance => $"/activities/{item.Key}",
        WorkKind.DecideRecusal => $"/recusals/{item.Key}",
        WorkKind.SignUndertaking => "/undertakings",
        _ => $"/findings/{item.Key}",
    };

    private (DeadlineState State, int Days) StandingOf(DateOnly due)
    {
        var deadline = new Deadline(due);
        return (deadline.State(Snapshot.Today, null, dueSoonDays: 1), Math.Abs(deadline.DaysLeft(Snapshot.Today)));
    }

    private string WaitedWords(WorkItem item)
    {
        if (item.Kind == WorkKind.DecideLeave)
        {
            return Text[nameof(AdministratorDashboardText.Leave_On), Words.ShortDay(item.DueOn!.Value)];
        }

        string waited = item.Waited == 0 ? Text[nameof(AdministratorDashboardText.Waited_Today)] : Text[$"Waited_{item.Unit}", item.Waited];
        return item.Limit is { } limit ? $"{waited} · {Text[$"Limit_{item.Unit}", limit]}" : waited;
    }
}

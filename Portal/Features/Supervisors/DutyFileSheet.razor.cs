using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;

namespace Portal.Features.Supervisors;

/// <summary>The file of duty as it is read and printed.</summary>
public sealed partial class DutyFileSheet
{
    [Parameter]
    [EditorRequired]
    public required DutyFile File { get; set; }

    /// <summary><c>null</c> until they are counted.</summary>
    [Parameter]
    public IReadOnlyList<DutyScore>? Scores { get; set; }

    private string YearWords(DutyYear year)
    {
        var due = year.Activities.Where(a => Attendance.Recorded.Contains(a.State)).ToList();
        return Text[
            File.FindingsKnown ? nameof(SupervisorText.Duty_Year_Words) : nameof(SupervisorText.Duty_Year_Attendance),
            year.Activities.Count,
            due.Count(a => a.State is ParticipationState.Attended or ParticipationState.AttendedPartly),
            due.Count(a => a.State == ParticipationState.Absent),
            due.Count(a => a.Kind == ActivityKind.Training && a.State is ParticipationState.Attended or ParticipationState.AttendedPartly),
            year.Findings.Count];
    }
}

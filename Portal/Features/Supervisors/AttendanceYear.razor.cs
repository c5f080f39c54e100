using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;

namespace Portal.Features.Supervisors;

/// <summary>A year of one person: how often each mark, month by month, and the activities behind the marks.</summary>
public sealed partial class AttendanceYear
{
    private const int YearsShown = 5;

    [Parameter]
    [EditorRequired]
    public required SupervisorFile File { get; set; }

    /// <summary>The page that shows another year.</summary>
    [Parameter]
    [EditorRequired]
    public required string Address { get; set; }

    private IEnumerable<(ParticipationState State, int Count)> Counts =>
        File.Attendance.CountBy(row => row.State).OrderBy(count => count.Key).Select(count => (count.Key, count.Value));

    private IEnumerable<AttendanceRow> Of(int month) => File.Attendance.Where(row => row.Date.Month == month);
}

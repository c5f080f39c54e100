namespace Portal.Domain.Activities;

/// <summary>
/// What counts of attendance (domain.md E1, due), in the one place where it is written: the desk, the year page and the evaluation all ask here.
/// An attendance that nobody has recorded is no absence: the section still has to record it, and the activity cannot be completed before (A2.10).
/// </summary>
public static class Attendance
{
    /// <summary>Owed, and on record.</summary>
    public static IReadOnlyList<ParticipationState> Recorded { get; } = [ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent];

    /// <summary>Owed, and for the section to record once the day has come; whether the invitation was answered or not.</summary>
    public static IReadOnlyList<ParticipationState> Unrecorded { get; } = [ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested];

    public static bool IsRecorded(ParticipationState state) => Recorded.Contains(state);

    public static bool IsUnrecorded(ParticipationState state) => Unrecorded.Contains(state);
}

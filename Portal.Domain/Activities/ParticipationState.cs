namespace Portal.Domain.Activities;

/// <summary>Where one person's part in an activity stands (domain.md A2.10).</summary>
public enum ParticipationState
{
    /// <summary>Invited and not answered; counts as invited.</summary>
    Invited,
    Accepted,
    LeaveRequested,

    /// <summary>Leave approved; never counts against the person.</summary>
    Excused,

    /// <summary>Stepped aside under Article 11; never counts against the person.</summary>
    Recused,
    Attended,
    AttendedPartly,
    Absent,

    /// <summary>The activity was cancelled.</summary>
    Void,
}

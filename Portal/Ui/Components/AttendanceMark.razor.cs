using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;

namespace Portal.Ui.Components;

/// <summary>One person's part in one activity, as the office's attendance sheet marks it, and in words.</summary>
public sealed partial class AttendanceMark
{
    [Parameter]
    [EditorRequired]
    public ParticipationState State { get; set; }

    /// <summary>In a matrix, where a legend stands beside it; readers of the screen still hear the word.</summary>
    [Parameter]
    public bool SignOnly { get; set; }

    /// <summary>The office's signs; a dot for what is not settled yet.</summary>
    public static string Sign(ParticipationState state) => state switch
    {
        ParticipationState.Attended => "√",
        ParticipationState.AttendedPartly => "○",
        ParticipationState.Excused => "△",
        ParticipationState.Absent => "×",
        ParticipationState.Recused => "⊘",
        ParticipationState.Void => "—",
        _ => "·",
    };

    public static Tone ToneOf(ParticipationState state) => state switch
    {
        ParticipationState.Attended => Tone.Good,
        ParticipationState.AttendedPartly or ParticipationState.LeaveRequested => Tone.Warning,
        ParticipationState.Absent => Tone.Worn,
        ParticipationState.Accepted => Tone.Info,
        _ => Tone.Neutral,
    };
}

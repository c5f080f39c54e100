using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Ui;

namespace Portal.Features.Activities.Mine;

/// <summary>One activity in words: when, what, where, and how the reader's part in it stands.</summary>
public sealed partial class MyActivityCard
{
    [Parameter]
    [EditorRequired]
    public required MyActivityRow Row { get; set; }

    [Parameter]
    [EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>What can be done about it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool IsPast => Row.Date < Today;

    private bool IsUnrecorded => Attendance.IsUnrecorded(Row.State);

    private string Hours => (Row.HourTenths / 10m).ToString("0.#", CultureInfo.CurrentCulture);

    private string? Left => (Row.Date.DayNumber - Today.DayNumber) switch
    {
        < 0 => null,
        0 => Text[nameof(MyActivityText.InDays_Today)].Value,
        1 => Text[nameof(MyActivityText.InDays_Tomorrow)].Value,
        var days => Text[nameof(MyActivityText.InDays), days].Value,
    };

    private Tone Tone => Row.State switch
    {
        ParticipationState.Invited => Tone.Warning,
        ParticipationState.Accepted or ParticipationState.Attended => Tone.Good,
        ParticipationState.Absent => Tone.Worn,
        ParticipationState.LeaveRequested => Tone.Info,
        _ => Tone.Neutral,
    };
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Domain.Appointments;
using Portal.Ui;

namespace Portal.Features.Supervisors;

/// <summary>Whether a person is in office; of a term that is over, how it ended.</summary>
public sealed partial class TermChip
{
    [Parameter]
    [EditorRequired]
    public SupervisorStatus Status { get; set; }

    [Parameter]
    [EditorRequired]
    public AppointmentState State { get; set; }

    private Tone Tone => Status switch
    {
        SupervisorStatus.InOffice => Tone.Good,
        SupervisorStatus.Upcoming => Tone.Info,
        _ => Tone.Neutral,
    };

    public static string Words(IStringLocalizer<SupervisorText> text, Words words, SupervisorStatus status, AppointmentState state) =>
        status == SupervisorStatus.Ended ? words.Of(state) : text[$"Status_{status}"];
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.Rules;

namespace Portal.Features.Supervisors;

/// <summary>How long a term still runs; it stands out only when the end is near (Article 17: who is not renewed leaves by themselves).</summary>
public sealed partial class TermLeft
{
    private static readonly int s_reminderDays = new OfficeSettings().TermReminderDays;

    [Parameter]
    [EditorRequired]
    public SupervisorStatus Status { get; set; }

    [Parameter]
    [EditorRequired]
    public int Days { get; set; }

    private static int ReminderDays => s_reminderDays;
}

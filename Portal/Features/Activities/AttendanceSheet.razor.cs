using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Activities;

/// <summary>Everybody invited with their mark, and for those who handle the activity the acts on each (domain.md A2.10). A mark is kept as soon as it is set.</summary>
public sealed partial class AttendanceSheet
{
    private static readonly ParticipationState[] s_marks = [ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent];

    [Parameter]
    [EditorRequired]
    public required ActivityFile File { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyDictionary<PersonId, ParticipationState>> OnMark { get; set; }

    [Parameter]
    public EventCallback<InviteeRow> OnApproveLeave { get; set; }

    [Parameter]
    public EventCallback<InviteeRow> OnRefuseLeave { get; set; }

    [Parameter]
    public EventCallback<InviteeRow> OnExcuse { get; set; }

    private bool CanRecord => File.Acts is { WhyNotRecord: null };

    private IEnumerable<(ParticipationState State, int Count)> Counts =>
        File.Invitees.CountBy(i => i.State).OrderBy(count => count.Key).Select(count => (count.Key, count.Value));

    private Task MarkAsync(InviteeRow invitee, ParticipationState mark) =>
        OnMark.InvokeAsync(new Dictionary<PersonId, ParticipationState> { [invitee.Person] = mark });

    private Task MarkRestAsync() =>
        OnMark.InvokeAsync(File.Invitees.Where(i => i.IsUnrecorded).ToDictionary(i => i.Person, _ => ParticipationState.Attended));
}

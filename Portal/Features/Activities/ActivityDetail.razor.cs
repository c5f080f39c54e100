using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Activities;

/// <summary>One activity, its attendance, and what the section does with it. Answers of invitees appear as they come.</summary>
public sealed partial class ActivityDetail : LivePage
{
    private ActivityFile? _file;
    private Asking _asking;
    private InviteeRow? _excused;

    private enum Asking
    {
        Nothing,
        Invite,
        Cancel,
        Excuse,
    }

    [Inject]
    public required ActivityService Activities { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private ActivityId Id => ActivityId.From(Key);

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_file is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task<bool> ActAsync(Func<Task> act, string done)
    {
        var acted = await AttemptAsync(act);
        if (acted)
        {
            Snackbar.Add(done, Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged();
        return acted;
    }

    private Task<bool> MarkAsync(IReadOnlyDictionary<PersonId, ParticipationState> marks) =>
        ActAsync(() => Activities.RecordAttendanceAsync(Id, marks), Text[nameof(ActivityText.Marked), marks.Count]);

    private Task<bool> ApproveLeaveAsync(InviteeRow invitee) =>
        ActAsync(() => Activities.ApproveLeaveAsync(Id, invitee.Person), Text[nameof(ActivityText.Leave_Approved)]);

    private Task<bool> RefuseLeaveAsync(InviteeRow invitee) =>
        ActAsync(() => Activities.RefuseLeaveAsync(Id, invitee.Person), Text[nameof(ActivityText.Leave_Refused)]);

    private void Ask(Asking asking) => _asking = asking;

    private void AskExcuse(InviteeRow invitee)
    {
        _excused = invitee;
        _asking = Asking.Excuse;
    }

    private void StopAsking() => _asking = Asking.Nothing;

    private Task<bool> CancelAsync(string reason) => ActAsync(() => Activities.CancelAsync(Id, reason), Text[nameof(ActivityText.Cancel_Done)]);

    private Task<bool> ExcuseAsync(string evidence) => ActAsync(() => Activities.ExcuseLaterAsync(Id, _excused!.Person, evidence), Text[nameof(ActivityText.Excuse_Done)]);

    private async Task InvitedAsync(int people)
    {
        StopAsking();
        if (people > 0)
        {
            Snackbar.Add(Text[nameof(ActivityText.Invite_Done), people], Severity.Success);
            await AttemptAsync(ReloadAsync);
        }
    }

    protected override async Task ReloadAsync() => _file = await Activities.GetAsync(Id);

    private List<ImpossibleAct> Impossible => _file?.Acts is not { } acts ? [] :
    [
        .. Of(nameof(acts.WhyNotPublish), nameof(ActivityText.Publish), acts.WhyNotPublish),
        .. Of(nameof(acts.WhyNotStart), nameof(ActivityText.Start), acts.WhyNotStart),
        .. Of(nameof(acts.WhyNotRecord), nameof(ActivityText.Attendance), acts.WhyNotRecord),
        .. Of(nameof(acts.WhyNotComplete), nameof(ActivityText.Complete), acts.WhyNotComplete),
        .. Of(nameof(acts.WhyNotRevise), nameof(ActivityText.Edit_Title), acts.WhyNotRevise),
        .. Of(nameof(acts.WhyNotCancel), nameof(ActivityText.Cancel), acts.WhyNotCancel),
    ];

    private IEnumerable<ImpossibleAct> Of(string name, string words, RuleViolation? why) => why is null ? [] : [new ImpossibleAct(name["WhyNot".Length..], Text[words], why)];
}

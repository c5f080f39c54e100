using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Ui;

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
        return acted;
    }

    private Task<bool> MarkAsync(IReadOnlyDictionary<PersonId, ParticipationState> marks) =>
        ActAsync(() => Activities.RecordAttendanceAsync(Id, marks), Text[nameof(ActivityText.Marked), marks.Count]);

    private Task<bool> ApproveLeaveAsync(InviteeRow invitee) =>
        ActAsync(() => Activities.ApproveLeaveAsync(Id, invitee.Person), Text[nameof(ActivityText.Leave_Approved)]);

    private Task<bool> RefuseLeaveAsync(InviteeRow invitee) =>
        ActAsync(() => Activities.RefuseLeaveAsync(Id, invitee.Person), Text[nameof(ActivityText.Leave_Refused)]);

    // The refusal is told before anybody types a reason in vain.
    private async Task AskCancelAsync()
    {
        if (_file?.Acts?.WhyNotCancel is { } why)
        {
            await AttemptAsync(() => throw new RuleViolationException(why));
            return;
        }

        _asking = Asking.Cancel;
    }

    private void AskExcuse(InviteeRow invitee)
    {
        _excused = invitee;
        _asking = Asking.Excuse;
    }

    private void StopAsking() => _asking = Asking.Nothing;

    // What was typed stays when the act is refused.
    private async Task CancelAsync(string reason)
    {
        if (await ActAsync(() => Activities.CancelAsync(Id, reason), Text[nameof(ActivityText.Cancel_Done)]))
        {
            StopAsking();
        }
    }

    private async Task ExcuseAsync(string evidence)
    {
        if (await ActAsync(() => Activities.ExcuseLaterAsync(Id, _excused!.Person, evidence), Text[nameof(ActivityText.Excuse_Done)]))
        {
            StopAsking();
        }
    }

    protected override async Task ReloadAsync() => _file = await Activities.GetAsync(Id);

    private string Filled(ActivityState next) => _file!.Row.State == next ? "btn btn-filled" : "btn";

    private static string? No(RuleViolation? why) => why is null ? null : "true";

    private string? Why(RuleViolation? why) => why is null ? null : Words.Of(why);
}

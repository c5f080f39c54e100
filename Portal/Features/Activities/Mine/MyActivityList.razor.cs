using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Activities;
using Portal.Ui;

namespace Portal.Features.Activities.Mine;

/// <summary>A supervisor's activities, coming and past; each coming one is answered with one tap.</summary>
public sealed partial class MyActivityList : LivePage
{
    private MyActivities? _mine;
    private ParticipationId? _leaving;
    private bool _sending;

    [Inject]
    public required MyActivityService Activities { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task AcceptAsync(MyActivityRow row) => await AnswerAsync(() => Activities.AcceptAsync(row.Id), nameof(MyActivityText.Accepted));

    private Task<bool> LeaveAsync(MyActivityRow row, string reason) => AnswerAsync(() => Activities.RequestLeaveAsync(row.Id, reason), nameof(MyActivityText.LeaveSent));

    private async Task<bool> AnswerAsync(Func<Task> answer, string done)
    {
        if (_sending)
        {
            return false;
        }

        _sending = true;
        var answered = await AttemptAsync(answer);
        _sending = false;
        if (answered)
        {
            Snackbar.Add(Text[done], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        StateHasChanged();
        return answered;
    }

    protected override async Task ReloadAsync() => _mine = await Activities.ListAsync();
}

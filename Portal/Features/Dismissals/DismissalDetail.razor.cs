using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Appointments;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Dismissals;

/// <summary>One dismissal: what it stands on, where it stands, and the acts that are possible now.</summary>
public sealed partial class DismissalDetail : PortalPage
{
    private DismissalFile? _file;
    private Asking _asking;
    private DateOnly? _effectiveOn;
    private bool _sending;

    private enum Asking
    {
        Nothing,
        Statement,
        Proposal,
        SendBack,
        Drop,
    }

    [Inject]
    public required DismissalService Dismissals { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private DismissalCaseId Id => DismissalCaseId.From(Key);

    private List<ImpossibleAct> Impossible
    {
        get
        {
            var acts = new List<ImpossibleAct>();
            if (_file is { CanHandle: true, Case.State: DismissalState.HearingOpen, WhyNotPropose: { } notYet })
            {
                acts.Add(new ImpossibleAct("propose", Text[nameof(DismissalText.Propose)], notYet));
            }

            if (_file is { CanDecide: true, Case.State: DismissalState.Proposed, WhyNotDecide: { } notYours })
            {
                acts.Add(new ImpossibleAct("approve", Text[nameof(DismissalText.Approve)], notYours));
            }

            if (_file is { CanHandle: true, Case.State: DismissalState.CertificateReturn, WhyNotClose: { } outstanding })
            {
                acts.Add(new ImpossibleAct("close", Text[nameof(DismissalText.Close)], outstanding));
            }

            return acts;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_file is null)
        {
            Addresses.NotFound();
        }
    }

    private async Task ReloadAsync()
    {
        _file = await Dismissals.GetAsync(Id);
        _effectiveOn ??= _file?.Case.EffectiveOn ?? Clock.Today();
    }

    private Task<bool> NotifyAsync() => ActAsync(version => Dismissals.NotifyAsync(Id, version), nameof(DismissalText.Notified));

    private Task<bool> CloseAsync() => ActAsync(version => Dismissals.CloseAsync(Id, version), nameof(DismissalText.Closed));

    private Task<bool> ApproveAsync() => ActAsync(version => Dismissals.ApproveAsync(Id, version), nameof(DismissalText.Approved));

    private async Task ProposeAsync()
    {
        if (await ActAsync(version => Dismissals.ProposeAsync(Id, version, _effectiveOn!.Value), nameof(DismissalText.Proposed)))
        {
            _asking = Asking.Nothing;
        }
    }

    private Task<bool> SayAsync(string words) => _asking switch
    {
        Asking.Statement => ActAsync(version => Dismissals.RecordStatementAsync(Id, version, words), nameof(DismissalText.Recorded)),
        Asking.SendBack => ActAsync(version => Dismissals.SendBackAsync(Id, version, words), nameof(DismissalText.SentBack)),
        _ => ActAsync(version => Dismissals.DropAsync(Id, version, words), nameof(DismissalText.Dropped)),
    };

    private async Task<bool> ActAsync(Func<int, Task> act, string doneKey)
    {
        _sending = true;
        var done = await AttemptAsync(() => act(_file!.Case.Version));
        if (done)
        {
            Snackbar.Add(Text[doneKey], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
        return done;
    }
}

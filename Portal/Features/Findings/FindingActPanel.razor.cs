using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Drafts;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>One act on a finding, opened in place. What is typed is kept until the act is done: through refusals, changes by others and closed pages.</summary>
public sealed partial class FindingActPanel : PortalPage, IAsyncDisposable
{
    private Dictionary<string, string> _errors = [];
    private FindingActForm _form = new();
    private DraftKeeper? _keeper;
    private DateTimeOffset? _savedAt;
    private int _openedAt;
    private bool _sending;

    [Inject]
    public required FindingHandlingService Handling { get; init; }

    [Inject]
    public required FindingService Findings { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>As the page shows it now; it follows the changes of others.</summary>
    [Parameter]
    [EditorRequired]
    public required FindingDetails Shown { get; set; }

    [Parameter]
    [EditorRequired]
    public FindingAct Act { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>Refused: the page should look at the finding again. The panel stays.</summary>
    [Parameter]
    public EventCallback OnRefused { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    private FindingId Id => Shown.Finding.Id;

    /// <summary>Short enough for the name of a draft; acts are only ever added at the end.</summary>
    private string Draft => FormattableString.Invariant($"finding-{Id}-{(int)Act}");

    private RuleViolation? WhyNot => Shown.Acts.First(a => a.Act == Act).WhyNot;

    /// <summary>The day that does not count yet: an extension goes on from the present deadline.</summary>
    private DateOnly DeadlineStart => Act == FindingAct.Extend && Shown.Finding.Rectification?.Deadline is { } deadline ? deadline : Shown.Today;

    private bool GoesToLeadership =>
        Act == FindingAct.Extend
        || (Act == FindingAct.Close && _form.Grade == FindingGrade.R4)
        || (Act == FindingAct.Conclude && _form.Conclusion is { } conclusion && FindingActChecks.TryLoss(_form.Loss, out var loss)
            && Finding.ConclusionNeedsApproval(conclusion, loss, _form.Serious, Shown.Settings));

    private string SubmitKey => GoesToLeadership ? nameof(FindingActText.Do_Propose) : $"Do_{Act}";

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _openedAt = Shown.Finding.Version;
        _keeper = new DraftKeeper(() => InvokeAsync(() => AttemptAsync(SaveDraftAsync)), Clock);
        Propose();
        await AttemptAsync(async () => _form = await Drafts.LoadAsync<FindingActForm>(Draft) ?? _form);
    }

    private void Propose()
    {
        if (FindingActChecks.HasDeadline(Act))
        {
            _form.Days = Shown.Settings.RectificationDefaultDays;
            _form.Deadline = DeadlineComputation.ForRectification(DeadlineStart, _form.Days.Value, Shown.Calendar).LastDay;
        }

        _form.CompletedOn = Act == FindingAct.Verify ? Shown.Finding.Rectification?.ReportedOn ?? Shown.Today : null;
    }

    private void Changed()
    {
        if (_errors.Count > 0)
        {
            Check();
        }

        _keeper!.Touch();
    }

    private async Task SaveDraftAsync()
    {
        try
        {
            _savedAt = null;
            await Drafts.SaveAsync(Draft, _form);
            _savedAt = Clock.GetUtcNow();
        }
        finally
        {
            StateHasChanged();
        }
    }

    private async Task SubmitAsync()
    {
        // The button is off where the act is not possible; who presses it all the same is refused by the service, on record.
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        var done = await AttemptAsync(SendAsync);
        _sending = false;
        if (_errors.Count > 0)
        {
            return;
        }

        if (!done)
        {
            await OnRefused.InvokeAsync();
            return;
        }

        await _keeper!.ForgetAsync();
        await AttemptAsync(() => Drafts.DiscardAsync(Draft));
        await OnDone.InvokeAsync();
    }

    private Task SendAsync()
    {
        var version = Shown.Finding.Version;
        return Act switch
        {
            FindingAct.Register => Handling.RegisterAsync(Id, version),
            FindingAct.Merge => MergeAsync(version),
            FindingAct.RequestInfo => Handling.RequestInfoAsync(Id, version, _form.Note),
            FindingAct.NotAccept => Handling.NotAcceptAsync(Id, version, _form.Note),
            FindingAct.Investigate => Handling.InvestigateAsync(Id, version, PersonId.From(_form.Handler!.Value)),
            FindingAct.Transfer => Handling.TransferAsync(Id, version, _form.Authority),
            FindingAct.Conclude => ConcludeAsync(version),
            FindingAct.OrderRectification => Handling.OrderRectificationAsync(Id, version, _form.Note, _form.Deadline!.Value),
            FindingAct.FixedOnSpot => Handling.FixOnSpotAsync(Id, version, _form.Note),
            FindingAct.ReceiveReply => Handling.ReceiveReplyAsync(Id, version, _form.Note),
            FindingAct.Verify => Handling.VerifyAsync(Id, version, _form.Note, _form.CompletedOn!.Value),
            FindingAct.RejectRectification => Handling.RejectRectificationAsync(Id, version, _form.Note, _form.Deadline!.Value),
            FindingAct.Extend => Handling.ProposeExtensionAsync(Id, version, _form.Note, _form.Deadline!.Value),
            FindingAct.FeedBack => Handling.FeedBackAsync(Id, version, _form.Note),
            FindingAct.Close => Handling.CloseAsync(Id, version, _form.Grade!.Value, _form.RewardCheck, _form.Note),
            FindingAct.AssignHandler => Handling.AssignHandlerAsync(Id, version, PersonId.From(_form.Handler!.Value)),
            _ => throw new InvalidOperationException($"{Act} is not the section's act."),
        };
    }

    private async Task MergeAsync(int version)
    {
        if (await Findings.FindAsync(_form.MasterNumber) is not { } master)
        {
            _errors[nameof(_form.MasterNumber)] = Text[nameof(FindingActText.Error_MasterUnknown)];
            return;
        }

        if (!Finding.TakesOthersIn(master.State))
        {
            _errors[nameof(_form.MasterNumber)] = Words.Of(FindingRules.MergeIntoAnswered(master.State));
            return;
        }

        await Handling.MergeAsync(Id, version, master.Id, _form.Note);
    }

    // A conclusion that finds no problem finds no violation and no loss, whatever was ticked before.
    private Task ConcludeAsync(int version)
    {
        FindingActChecks.TryLoss(_form.Loss, out var loss);
        return _form.IsProblem
            ? Handling.ConcludeAsync(Id, version, _form.Conclusion!.Value, _form.Note, _form.IsViolation!.Value, loss, _form.Serious)
            : Handling.ConcludeAsync(Id, version, _form.Conclusion!.Value, _form.Note, isViolation: false, loss: null, serious: false);
    }

    private bool Check()
    {
        _errors = new FindingActChecks(Words, Text).Of(Act, _form, Shown);
        return _errors.Count == 0;
    }

    private string? ErrorOf(string field) => _errors.GetValueOrDefault(field);

    private string? Invalid(string field) => _errors.ContainsKey(field) ? "true" : null;
}

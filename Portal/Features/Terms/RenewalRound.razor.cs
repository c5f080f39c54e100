using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Portal.Domain.Appointments;
using Portal.Domain.Rules;
using Portal.Ui;
using Portal.Ui.Forms;

namespace Portal.Features.Terms;

/// <summary>Everybody whose term ends soon, with the record of their years beside them, and one decision for those who are chosen (Article 17).</summary>
public sealed partial class RenewalRound : DraftForm<RenewalForm>
{
    private static readonly int[] s_windows = [30, 90, 180, 365];

    private readonly Dictionary<AppointmentId, RuleViolation> _results = [];
    private IReadOnlyList<EndingTerm>? _terms;
    private bool _mayPropose;
    private bool _sending;

    [Inject]
    public required TermService Terms { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; init; }

    [SupplyParameterFromQuery(Name = "within")]
    public int? Within { get; set; }

    protected override string DraftName => "renewal-round";

    private int Days => Within is > 0 and <= 1096 ? Within.Value : new OfficeSettings().TermReminderDays;

    protected override Task OnInitializedAsync() => AttemptAsync(async () => await RecallAsync());

    protected override async Task OnParametersSetAsync()
    {
        // Courtesy: the service asks the guard.
        _mayPropose = (await SignedIn).User.IsInRole(Navigation.Administrator);
        await AttemptAsync(ReloadAsync);
    }

    protected override void FindErrors()
    {
        Say(nameof(RenewalForm.Renew), Form.Renew is null ? Text[nameof(TermText.Error_Renew)].Value : null);
        Say(nameof(RenewalForm.Reason), string.IsNullOrWhiteSpace(Form.Reason) ? Text[nameof(TermText.Error_Reason)].Value : null);
    }

    private static Tone ToneOf(TermProposalState state) => state switch
    {
        TermProposalState.Approved => Tone.Good,
        TermProposalState.Refused => Tone.Bad,
        TermProposalState.Proposed => Tone.Warning,
        _ => Tone.Neutral,
    };

    private async Task ReloadAsync()
    {
        _terms = await Terms.EndingAsync(Days);
        Form.Chosen.RemoveAll(id => _terms.All(t => t.Id.Value != id || t.Proposal?.State is TermProposalState.Proposed or TermProposalState.Approved));
    }

    private void Choose(AppointmentId term, bool chosen)
    {
        Form.Chosen.Remove(term.Value);
        Form.Clear.Remove(term.Value);
        if (chosen)
        {
            Form.Chosen.Add(term.Value);
        }

        Changed();
    }

    private void MarkClear(AppointmentId term, bool clear)
    {
        Form.Clear.Remove(term.Value);
        if (clear)
        {
            Form.Clear.Add(term.Value);
        }

        Changed();
    }

    private void ChooseRenew(bool renew)
    {
        Form.Renew = renew;
        Changed();
    }

    private async Task WithdrawAsync(ProposedTerm proposal)
    {
        await AttemptAsync(() => Terms.WithdrawAsync(proposal.Id, proposal.Version));
        await AttemptAsync(ReloadAsync);
    }

    private async Task ProposeAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        _results.Clear();
        if (await SendAsync(async () => await AttemptAsync(ChooseAsync) && _results.Count == 0))
        {
            Form = new RenewalForm();
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
    }

    private async Task ChooseAsync()
    {
        var choices = _terms!.Where(t => Form.Chosen.Contains(t.Id.Value)).Select(t => new RenewalChoice(t.Id, Form.Renew!.Value, t.Group, Form.Reason, Form.Clear.Contains(t.Id.Value))).ToList();
        var results = await Terms.ProposeRenewalsAsync(choices);
        foreach (var result in results)
        {
            if (result.WhyNot is { } why)
            {
                _results[result.Term] = why;
            }
        }

        Snackbar.Add(Text[nameof(TermText.Proposed), results.Count - _results.Count, _results.Count], _results.Count == 0 ? Severity.Success : Severity.Warning);
    }
}

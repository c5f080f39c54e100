using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.People;
using Portal.Ui.Forms;

namespace Portal.Features.Inactivity;

/// <summary>The long leaves of one supervisor: granted, cut short, and what they did to the year of Article 18 (2).</summary>
public sealed partial class PersonLeave : DraftForm<LeaveForm>
{
    private PersonLeaves? _person;
    private bool _missing;
    private bool _sending;

    [Inject]
    public required LeaveService Leaves { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"leave-{Key:n}";

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        await RecallAsync();
        await ReloadAsync();
    });

    protected override void FindErrors()
    {
        Say(nameof(LeaveForm.First), Form.First is null ? Text[nameof(InactivityText.Error_First)].Value : null);
        Say(nameof(LeaveForm.Last), Form.Last is null ? Text[nameof(InactivityText.Error_Last)].Value : null);
        Say(nameof(LeaveForm.Reason), string.IsNullOrWhiteSpace(Form.Reason) ? Text[nameof(InactivityText.Error_Reason)].Value : null);
    }

    private async Task ReloadAsync()
    {
        _person = await Leaves.GetAsync(PersonId.From(Key));
        _missing = _person is null;
    }

    private void ChooseFirst(DateOnly? day)
    {
        Form.First = day;
        Changed();
    }

    private void ChooseLast(DateOnly? day)
    {
        Form.Last = day;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        if (await SendAsync(() => AttemptAsync(() => Leaves.GrantAsync(PersonId.From(Key), Form.First!.Value, Form.Last!.Value, Form.Reason.Trim()))))
        {
            Form = new LeaveForm();
            Snackbar.Add(Text[nameof(InactivityText.Granted)], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
    }

    private async Task EndAsync(LeaveRow leave)
    {
        _sending = true;
        await AttemptAsync(() => Leaves.EndAsync(leave.Id, leave.Version));
        await AttemptAsync(ReloadAsync);
        _sending = false;
    }
}

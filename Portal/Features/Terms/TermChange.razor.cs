using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui.Forms;

namespace Portal.Features.Terms;

/// <summary>The mid-term adjustment of Article 17, second paragraph: another group, or leaving office without a ground of Article 18.</summary>
public sealed partial class TermChange : DraftForm<TermChangeForm>
{
    private bool _sending;

    [Inject]
    public required TermService Terms { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override string DraftName => $"term-{Key:n}";

    protected override Task OnInitializedAsync() => AttemptAsync(async () => await RecallAsync());

    protected override void FindErrors()
    {
        Say(nameof(TermChangeForm.Group), !Form.Ends && Form.Group is null ? Text[nameof(TermText.Error_Group)].Value : null);
        Say(nameof(TermChangeForm.EffectiveOn), Form.Ends && Form.EffectiveOn is null ? Text[nameof(TermText.Error_Day)].Value : null);
        Say(nameof(TermChangeForm.Reason), string.IsNullOrWhiteSpace(Form.Reason) ? Text[nameof(TermText.Error_Reason)].Value : null);
    }

    private void ChooseWhat(bool ends)
    {
        Form.Ends = ends;
        Changed();
    }

    private void ChooseDay(DateOnly? day)
    {
        Form.EffectiveOn = day;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (!Check() || _sending)
        {
            return;
        }

        _sending = true;
        var person = PersonId.From(Key);
        var sent = await SendAsync(() => AttemptAsync(() => Form.Ends
            ? Terms.ProposeAdjustmentAsync(person, Form.EffectiveOn!.Value, Form.Reason)
            : Terms.ChangeGroupAsync(person, Form.Group!.Value, Form.Reason)));
        _sending = false;
        if (sent)
        {
            Addresses.NavigateTo($"/supervisors/{Key}");
        }
    }
}

using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>How one condition was found out: the result, where it was looked up, and why where it is not met.</summary>
public sealed partial class ConditionPanel : DraftForm<CheckForm>
{
    private bool _sending;

    [Parameter]
    [EditorRequired]
    public EligibilityCondition Condition { get; set; }

    [Parameter]
    [EditorRequired]
    public required string About { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<CheckForm, Task<bool>> OnCheck { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    protected override string DraftName => FormattableString.Invariant($"check-{(int)Condition}-{About}");

    protected override Task OnInitializedAsync() => AttemptAsync(RecallAsync);

    protected override void FindErrors()
    {
        Say(nameof(CheckForm.Result), Form.Result is null ? Text[nameof(RecruitmentText.Error_Choose)].Value : null);
        Say(nameof(CheckForm.Method), string.IsNullOrWhiteSpace(Form.Method) ? Text[nameof(RecruitmentText.Error_Missing)].Value : null);
        Say(nameof(CheckForm.Note), Form.Result == ConditionResult.NotMet && string.IsNullOrWhiteSpace(Form.Note) ? Words.Of(RecruitmentRules.ReasonMissing()) : null);
    }

    private void Choose(ConditionResult result)
    {
        Form.Result = result;
        Changed();
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        await SendAsync(() => OnCheck(Form));
        _sending = false;
    }
}

/// <summary>What is typed about one condition. Kept as a draft while it is typed.</summary>
public sealed class CheckForm
{
    public ConditionResult? Result { get; set; }

    public string Method { get; set; } = "";

    public string Note { get; set; } = "";
}

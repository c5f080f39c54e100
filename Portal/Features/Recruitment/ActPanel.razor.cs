using Microsoft.AspNetCore.Components;
using Portal.Ui.Forms;

namespace Portal.Features.Recruitment;

/// <summary>One act, opened in place: what it asks for, its own name as the button, and the way back. What is typed is kept until the act is done.</summary>
public sealed partial class ActPanel : DraftForm<ActForm>
{
    private bool _sending;

    [Parameter]
    [EditorRequired]
    public required ActQuestion Question { get; set; }

    /// <summary>What the act is done to; with the act's name, the name of the draft.</summary>
    [Parameter]
    [EditorRequired]
    public required string About { get; set; }

    /// <summary>Does the act; says whether it was done.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<ActForm, Task<bool>> OnAct { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    protected override string DraftName => $"{Question.Name}-{About}";

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        await RecallAsync();
        Form.Day ??= Question.Day;
    });

    protected override void FindErrors()
    {
        Say(nameof(ActForm.Condition), Question.AsksCondition && Form.Condition is null ? Text[nameof(RecruitmentText.Error_Choose)].Value : null);
        Say(nameof(ActForm.Day), Question.DayLabel is not null && Form.Day is null ? Text[nameof(RecruitmentText.Error_Day)].Value : null);
        Say(nameof(ActForm.Note), Question is { Note: not null, NoteOptional: false } && string.IsNullOrWhiteSpace(Form.Note) ? Text[nameof(RecruitmentText.Error_Missing)].Value : null);
    }

    private async Task SubmitAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        await SendAsync(() => OnAct(Form));
        _sending = false;
    }
}

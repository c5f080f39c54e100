using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>The six conditions of Article 5, all of which must hold at once, with how each was found out.</summary>
public sealed partial class ConditionList : PortalPage
{
    private EligibilityCondition? _open;

    [Inject]
    public required ApplicationService Applications { get; init; }

    [Parameter]
    [EditorRequired]
    public required ApplicationFile Shown { get; set; }

    /// <summary>Checked, or refused because somebody acted meanwhile: look again.</summary>
    [Parameter]
    public EventCallback OnChecked { get; set; }

    private async Task<bool> CheckAsync(CheckForm form)
    {
        var condition = _open!.Value;
        var done = await AttemptAsync(() => Applications.CheckAsync(Shown.Application.Id, Shown.Application.Version, condition, form.Result!.Value, form.Method, form.Note));
        if (done)
        {
            _open = null;
            Snackbar.Add(Text[nameof(RecruitmentText.Checked), Words.Of(condition)], Severity.Success);
        }

        await OnChecked.InvokeAsync();
        return done;
    }
}

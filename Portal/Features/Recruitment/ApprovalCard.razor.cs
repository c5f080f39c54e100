using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>What the section asks leadership for, and the decision on it.</summary>
public sealed partial class ApprovalCard : PortalPage
{
    private bool _refusing;
    private bool _sending;

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public string? ProposedBy { get; set; }

    [Parameter]
    public RuleViolation? WhyNot { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Draft { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<Task> Approve { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, Task> Refuse { get; set; }

    [Parameter]
    public EventCallback OnDecided { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Task<bool> RefuseAsync(string reason) => DecideAsync(() => Refuse(reason));

    private async Task<bool> DecideAsync(Func<Task> decide)
    {
        if (_sending)
        {
            return false;
        }

        _sending = true;
        var decided = await AttemptAsync(decide);
        if (decided)
        {
            Snackbar.Add(Text[nameof(RecruitmentText.Done), Name], Severity.Success);
        }

        _sending = false;
        await OnDecided.InvokeAsync();
        return decided;
    }
}

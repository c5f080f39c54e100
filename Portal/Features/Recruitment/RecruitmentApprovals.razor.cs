using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>What of recruitment waits for leadership; follows new proposals as they are made.</summary>
public sealed partial class RecruitmentApprovals : LivePage
{
    private RecruitmentProposals? _shown;

    [Inject]
    public required RecruitmentApprovalService Approvals { get; init; }

    [Parameter]
    public EventCallback<int> OnCount { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync()
    {
        _shown = await Approvals.ListAsync();
        await OnCount.InvokeAsync(_shown.Count);
    }
}

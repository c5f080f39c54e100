using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>Every batch, for the section and for leadership.</summary>
public sealed partial class RecruitmentList : LivePage
{
    private IReadOnlyList<BatchRow>? _rows;

    [Inject]
    public required RecruitmentService Recruitment { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _rows = await Recruitment.ListAsync();
}

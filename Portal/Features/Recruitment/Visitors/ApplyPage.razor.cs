using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Open batches with their announcements, for everybody.</summary>
public sealed partial class ApplyPage : PublicPage
{
    private IReadOnlyList<RecruitmentBatch> _batches = [];

    [Inject]
    public required PublicApplications Applications { get; init; }

    protected override async Task<bool> LoadAsync()
    {
        _batches = await Applications.OpenAsync();
        return true;
    }
}

using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Running notices and those of the last month, for everybody.</summary>
public sealed partial class NoticesPage : PublicPage
{
    private IReadOnlyList<NoticeRow> _rows = [];

    [Inject]
    public required PublicNotices Notices { get; init; }

    protected override async Task<bool> LoadAsync()
    {
        _rows = await Notices.ListAsync();
        return true;
    }
}

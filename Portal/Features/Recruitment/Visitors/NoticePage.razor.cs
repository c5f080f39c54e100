using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>One notice: names, units, categories, its days and how they were counted.</summary>
public sealed partial class NoticePage : PublicPage
{
    private PublicNoticeView? _shown;

    [Inject]
    public required PublicNotices Notices { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task<bool> LoadAsync() => (_shown = await Notices.GetAsync(PublicNoticeId.From(Key))) is not null;
}

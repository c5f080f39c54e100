using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>The notice on a sheet of A4, for the notice board; the seal is put on by hand.</summary>
public sealed partial class NoticePrint : PortalPage
{
    private NoticeFile? _shown;

    [Inject]
    public required NoticeService Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () => _shown = await Notices.GetAsync(PublicNoticeId.From(Key)));
        if (_shown is null)
        {
            Navigation.NotFound();
        }
    }
}

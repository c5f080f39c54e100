using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Supervisors;

/// <summary>One person's file of duty: out of the register, or one's own. The scores follow, since each year is counted for everybody.</summary>
public sealed partial class DutyFilePage : PortalPage
{
    private DutyFile? _file;
    private IReadOnlyList<DutyScore>? _scores;

    [Inject]
    public required DutyFileService Files { get; init; }

    /// <summary><c>null</c> for one's own.</summary>
    [Parameter]
    public Guid? Key { get; set; }

    private IReadOnlyList<Crumb> Crumbs => Key is null ? [] : [new(Shared[nameof(UiText.Nav_Supervisors)], "/supervisors"), new(_file?.Row.Name ?? "", $"/supervisors/{Key}")];

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(async () => _file = Key is { } key ? await Files.GetAsync(PersonId.From(key)) : await Files.MineAsync());
        if (_file is null)
        {
            Addresses.NotFound();
            return;
        }

        if (RendererInfo.IsInteractive)
        {
            StateHasChanged();
            await AttemptAsync(async () => _scores = Key is { } key ? await Files.ScoresAsync(PersonId.From(key)) : await Files.MyScoresAsync());
        }
    }
}

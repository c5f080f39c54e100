using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Agencies;

/// <summary>One agency's record.</summary>
public sealed partial class AgencyDetail : PortalPage
{
    private AgencyFile? _file;

    [Inject]
    public required AgencyService Agencies { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private string Coverage => _file is { LastVisitedOn: { } day, DaysSinceVisit: { } days }
        ? Text[nameof(AgencyText.Coverage_Last), Words.Day(day), days]
        : Text[nameof(AgencyText.Coverage_Never)];

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(async () => _file = await Agencies.GetAsync(AgencyId.From(Key)));
        if (_file is null)
        {
            Navigation.NotFound();
        }
    }

    private static string Percent(decimal share) => share.ToString("P0", CultureInfo.CurrentCulture);
}

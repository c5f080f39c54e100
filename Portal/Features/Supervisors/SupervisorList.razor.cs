using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Ui.Lists;

namespace Portal.Features.Supervisors;

/// <summary>Everybody who holds or held office as a supervisor.</summary>
public sealed partial class SupervisorList : ListPage<SupervisorRow>
{
    /// <summary>The choice “ending soon” stands among the states, but in the address it is a number of days.</summary>
    private const string Ending = "ending";

    [Inject]
    public required SupervisorService Supervisors { get; init; }

    [Inject]
    public required IStringLocalizer<ListText> ListWords { get; init; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "ending")]
    public string? EndingWithin { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "district")]
    public string? District { get; set; }

    [SupplyParameterFromQuery(Name = "channel")]
    public string? Channel { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    private SupervisorFilter Shown => SupervisorFilter.From(Status, EndingWithin, Group, District, Channel, Search);

    private int EndingDays => Shown.EndingWithin ?? new OfficeSettings().TermReminderDays;

    private string StatusValue => Shown.EndingWithin is not null ? Ending : Shown.Status?.ToString() ?? "";

    protected override Task<PageOf<SupervisorRow>> LoadAsync() => Supervisors.ListAsync(Shown, Paging);

    private void ChooseStatus(ChangeEventArgs chosen)
    {
        var value = chosen.Value as string;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["status"] = value is Ending or "" ? null : value,
            ["ending"] = value == Ending ? EndingDays.ToString(CultureInfo.InvariantCulture) : null,
            ["page"] = null,
        }));
    }
}

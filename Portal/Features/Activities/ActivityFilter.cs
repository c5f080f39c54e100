using System.Globalization;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Ui.Lists;

namespace Portal.Features.Activities;

/// <summary>Which activities a list shows; everything left out filters nothing.</summary>
public sealed record ActivityFilter(
    int? Year = null,
    ActivityKind? Kind = null,
    SupervisionMode? Mode = null,
    ActivityState? State = null,
    AgencyId? Agency = null,
    string? Text = null)
{
    /// <summary>Reads the words of an address.</summary>
    public static ActivityFilter From(string? year, string? kind, string? mode, string? state, string? agency, string? text) => new(
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is >= 1 and <= 9999 ? known : null,
        FilterValue.Of<ActivityKind>(kind),
        FilterValue.Of<SupervisionMode>(mode),
        FilterValue.Of<ActivityState>(state),
        Guid.TryParse(agency, out var id) ? AgencyId.From(id) : null,
        FilterValue.Text(text));
}

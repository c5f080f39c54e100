using Portal.Domain.People;
using Portal.Ui.Lists;

namespace Portal.Features.Agencies;

/// <summary>Which agencies a list shows; everything left out filters nothing.</summary>
public sealed record AgencyFilter(AgencyKind? Kind = null, string? Text = null)
{
    /// <summary>Reads the words of an address.</summary>
    public static AgencyFilter From(string? kind, string? text) => new(FilterValue.Of<AgencyKind>(kind), FilterValue.Text(text));
}

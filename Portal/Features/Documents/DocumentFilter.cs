using System.Globalization;
using Portal.Domain.Documents;
using Portal.Ui.Lists;

namespace Portal.Features.Documents;

/// <summary>Which documents the register shows; everything left out filters nothing.</summary>
public sealed record DocumentFilter(DocumentKind? Kind = null, int? Year = null, bool? IsVoid = null, string? Text = null)
{
    /// <summary>Reads the words of an address.</summary>
    public static DocumentFilter From(string? kind, string? year, string? isVoid, string? text) => new(
        FilterValue.Of<DocumentKind>(kind),
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is > 2000 and < 3000 ? known : null,
        bool.TryParse(isVoid, out var wanted) ? wanted : null,
        FilterValue.Text(text));
}

using System.Globalization;
using Portal.Audit;
using Portal.Ui.Lists;

namespace Portal.Features.AuditRecord;

/// <summary>Which rows of the record are shown; everything left out filters nothing.</summary>
/// <param name="Who">Part of a name.</param>
/// <param name="Key">The key of one thing.</param>
/// <param name="Until">The last day that counts.</param>
public sealed record AuditFilter(
    string? Who = null, string? Act = null, string? Type = null, string? Key = null, AuditOutcome? Outcome = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Reads the words of an address.</summary>
    public static AuditFilter Of(string? who, string? act, string? type, string? key, string? outcome, string? from, string? until) => new(
        FilterValue.Text(who), FilterValue.Text(act), FilterValue.Text(type), FilterValue.Text(key), FilterValue.Of<AuditOutcome>(outcome), Day(from), Day(until));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

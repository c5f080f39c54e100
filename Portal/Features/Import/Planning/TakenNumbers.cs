using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data;

namespace Portal.Features.Import.Planning;

/// <summary>Numbers that came with the ledger are never given out again (domain.md A4-5).</summary>
internal static partial class TakenNumbers
{
    public static async Task KeepAheadAsync(PortalDbContext db, IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var highest = numbers
            .Select(n => Shape().Match(n))
            .Where(m => m.Success)
            .GroupBy(m => (Series: m.Groups[1].Value, Year: Int(m.Groups[2])), m => Int(m.Groups[3]));
        foreach (var series in highest)
        {
            await db.NumberTakenAsync(series.Key.Series, series.Key.Year, series.Max(), cancellationToken);
        }
    }

    private static int Int(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([A-Z]{2,4})-(20\d{2})-(\d{1,8})\z")]
    private static partial Regex Shape();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Features.Import.Reading;

namespace Portal.Features.Import.Recognition;

/// <summary>Numbers of activities, such as 2026-01. Office programs turn some of them into dates when they are typed.</summary>
internal static partial class ActivityNumbers
{
    public static string? Read(LedgerCell cell) =>
        cell.Date is { } mistaken ? mistaken.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : Is(LedgerWords.Key(cell.Text)) ? LedgerWords.Key(cell.Text)
        : null;

    public static bool Is(string text) => Shape().IsMatch(text);

    [GeneratedRegex(@"^20\d{2}-\d{2,3}\z")]
    private static partial Regex Shape();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Rules;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Mapping;

/// <summary>Texts of people into one form: composed characters, no stray white space, nothing invisible.</summary>
internal static partial class LedgerText
{
    /// <summary>Composed (NFC), trimmed, with plain line ends.</summary>
    public static string Normalised(string raw) => PlainText.Normalised(raw).Trim();

    public static string OneLine(string text) => WhiteSpace().Replace(text, " ");

    /// <summary>凌　例禾 and 彭拟宁 with a space behind are how tables are evened out, not names.</summary>
    public static string Name(string raw)
    {
        var text = Normalised(raw);
        return text.Any(char.IsAsciiLetter) ? OneLine(text) : WhiteSpace().Replace(text, "");
    }

    public static IReadOnlyList<string> Split(string text, string separators) =>
        [.. text.Split([.. separators, '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A day in any of the ways that the office writes one.</summary>
    public static DateOnly? Date(string text)
    {
        var match = LedgerWords.Pattern("Date").Match(LedgerWords.Key(text));
        return match.Success ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;
    }

    public static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200
            ? date
            : null;

    /// <summary>第（三）项 in either kind of numeral; 0 when there is none.</summary>
    public static int Item(string pattern, string? text)
    {
        var match = LedgerWords.Pattern(pattern).Match(LedgerWords.Key(text ?? ""));
        if (!match.Success)
        {
            return 0;
        }

        var numeral = match.Groups[1].Value[0];
        return char.IsAsciiDigit(numeral) ? numeral - '0' : LedgerWords.Numerals.IndexOf(numeral, StringComparison.Ordinal) + 1;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

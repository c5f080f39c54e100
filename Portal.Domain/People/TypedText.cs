using System.Globalization;

namespace Portal.Domain.People;

/// <summary>Makes numbers comparable however they were typed or pasted: full-width forms from a Chinese keyboard, spaces, invisible marks.</summary>
internal static class TypedText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    public static string Compact(string? typed) =>
        string.Concat((typed ?? string.Empty).Where(IsVisible).Select(HalfWidth)).ToUpperInvariant();

    // Office programs and telephones add direction marks (format characters) to copied numbers.
    private static bool IsVisible(char c) =>
        !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    private static char HalfWidth(char c) => c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthOffset) : c;
}

using Portal.Ui.Lists;

namespace Portal.Features.Search;

/// <summary>What may be looked for: one Chinese character says something, one letter or digit does not.</summary>
public static class SearchTerm
{
    private const int ShortestLatin = 2;

    /// <returns><c>null</c> when it is too little to look for.</returns>
    public static string? From(string? typed) =>
        FilterValue.Text(typed) is { } text && (text.Length >= ShortestLatin || IsHan(text[0])) ? text : null;

    /// <summary>Letters, digits and hyphens with a digit among them: a number of the register or a part of one.</summary>
    public static bool IsNumber(string text) => text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' || char.IsSurrogate(c);
}

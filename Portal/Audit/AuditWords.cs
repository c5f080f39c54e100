using System.Globalization;
using System.Text;

namespace Portal.Audit;

/// <summary>Text from outside on its way into a column of the record: one line, without marks that a reader's terminal or a log would obey, and stored as it was hashed.</summary>
internal static class AuditWords
{
    private const char Instead = '\uFFFD';

    public static string? Line(string? text, int length)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length <= length && Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.Contains('\x7F', StringComparison.Ordinal))
        {
            return text;
        }

        var line = string.Create(Math.Min(text.Length, length), text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsHarmless(source, i, span.Length) ? source[i] : Instead;
            }
        });
        return line;
    }

    private static bool IsHarmless(string text, int at, int end) => char.GetUnicodeCategory(text[at]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(text[at]) ? at + 1 < end && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]),
        _ => true,
    };
}

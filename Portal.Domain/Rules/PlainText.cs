using System.Globalization;
using System.Text;

namespace Portal.Domain.Rules;

/// <summary>The one form in which people's texts are kept: composed characters, plain line ends, and nothing that makes a text look like another.</summary>
public static class PlainText
{
    /// <summary>Composed (NFC), with plain line ends. What holds half a character is returned as it is: <see cref="PlainTextRules.Unfit"/> refuses it.</summary>
    public static string Normalised(string text)
    {
        var ends = text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        return Ascii.IsValid(ends) || HasHalfCharacter(ends) ? ends : ends.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Where the first character stands that is not kept: a control, what turns the direction of writing, what nobody sees, or half a character.</summary>
    /// <returns>-1 when there is none.</returns>
    public static int IndexOfUnfit(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsUnfit(rune))
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return -1;
    }

    private static bool HasHalfCharacter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // What is no character is read as this one; a text that holds it already loses nothing by not being composed.
            if (rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnfit(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        // Joiners belong to writing; direction marks and spaces without width only hide something.
        0x200B or 0x200E or 0x200F or 0x061C or 0xFEFF or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        (>= 0xFDD0 and <= 0xFDEF) => true,
        _ => (rune.Value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };
}

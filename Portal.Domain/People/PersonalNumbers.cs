namespace Portal.Domain.People;

/// <summary>Finds what looks like an identity number or a telephone in a text that is to be published: digits count however they are written (full width, with spaces, dots or dashes between).</summary>
public static class PersonalNumbers
{
    private const int MobileDigits = 11;

    // Old identity numbers have fifteen digits, new ones seventeen or eighteen, bank accounts sixteen to nineteen.
    private const int OldIdentityDigits = 15;

    /// <summary>The first such number as it is written in <paramref name="text"/>; <c>null</c> when there is none.</summary>
    /// <param name="allowed">Numbers that may stand there, such as the office's own telephone; compared by their digits.</param>
    public static string? Find(string? text, params IReadOnlyCollection<string?> allowed)
    {
        var mayStand = allowed.Select(Digits).Where(d => d.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, last) in Runs(text ?? ""))
        {
            var written = text![first..(last + 1)];
            var digits = Digits(written);
            if (!mayStand.Contains(digits) && (digits.Length >= OldIdentityDigits || Mobiles(digits).Any(mobile => !mayStand.Contains(mobile))))
            {
                return written;
            }
        }

        return null;
    }

    // Anywhere among the digits: office hours or a number of a house may stand behind it. Dates are broken by their characters, and sums of money stay under these lengths.
    private static IEnumerable<string> Mobiles(string digits) =>
        from at in Enumerable.Range(0, Math.Max(0, digits.Length - MobileDigits + 1))
        where digits[at] == '1' && digits[at + 1] is >= '3' and <= '9'
        select digits.Substring(at, MobileDigits);

    private static string Digits(string? written) =>
        string.Concat((written ?? "").Select(Digit).Where(d => d is not null).Select(d => (char)d!));

    private static IEnumerable<(int First, int Last)> Runs(string text)
    {
        var first = -1;
        var last = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (Digit(text[at]) is not null)
            {
                first = first < 0 ? at : first;
                last = at;
            }
            else if (first >= 0 && !(IsFiller(text[at]) && at - last <= 2))
            {
                yield return (first, last);
                first = -1;
            }
        }

        if (first >= 0)
        {
            yield return (first, last);
        }
    }

    private static char? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
        _ => null,
    };

    private static bool IsFiller(char c) => c is ' ' or '\u3000' or '\u00A0' or '-' or '－' or '—' or '.' or '．' or '·' or '_' or '*' or '＊' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}

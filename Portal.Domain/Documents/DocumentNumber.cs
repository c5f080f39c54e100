using System.Globalization;
using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>The number of a document: its series, year and place in it, and how it is written. It is never used again.</summary>
public readonly record struct DocumentNumber(string Series, int Year, int Sequence, string Text)
{
    public const int TextLength = 50;
    public const int SeriesLength = 10;

    /// <summary>Characters of the office's code word.</summary>
    public const int CodeLength = 20;

    /// <summary>Such as PS-2026-0007: a number of the office's own, padded so that it sorts.</summary>
    public static DocumentNumber Internal(string series, int year, int sequence) =>
        new(series, year, sequence, FormattableString.Invariant($"{series}-{year:0000}-{sequence:0000}"));

    /// <summary>The number of an official document: code word, year in brackets, sequence without zeros in front.</summary>
    /// <param name="form">How it is written: {0} the code word, {1} the year, {2} the sequence.</param>
    public static DocumentNumber OfOffice(string form, string codeWord, int year, int sequence) =>
        new(DocumentForm.Official, year, sequence, string.Format(CultureInfo.InvariantCulture, form, codeWord, year, sequence));

    /// <summary>Why that cannot be the code word: it is too long, or holds figures that would be read as part of the number.</summary>
    public static RuleViolation? WhyNotCode(string code) =>
        code.Length > CodeLength ? DocumentRules.TooLong(CodeLength) : code.Any(char.IsDigit) ? DocumentRules.CodeWithFigures() : null;

    /// <summary>Reads a number of the office's own, which another row had first.</summary>
    public static DocumentNumber Parse(string text) => text.Split('-') is [var series, var year, var sequence]
        ? new DocumentNumber(series, int.Parse(year, CultureInfo.InvariantCulture), int.Parse(sequence, CultureInfo.InvariantCulture), text)
        : throw new FormatException($"{text} is no number of a series.");

    /// <summary>The numbers of a series that no document bears, as ranges: nothing is left out in silence.</summary>
    /// <param name="borne">The numbers that documents bear, void ones too.</param>
    /// <param name="last">The last number given out.</param>
    public static IReadOnlyList<(int From, int To)> Gaps(IEnumerable<int> borne, int last)
    {
        var gaps = new List<(int From, int To)>();
        var next = 1;
        foreach (var number in borne.Order().Append(last + 1))
        {
            if (number > next)
            {
                gaps.Add((next, number - 1));
            }

            next = Math.Max(next, number + 1);
        }

        return gaps;
    }
}

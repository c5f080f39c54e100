using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Features.Letters;

/// <summary>One half of the sheet: the letter and its stub say the same, word for word.</summary>
public sealed partial class LetterHalf
{
    [Parameter]
    [EditorRequired]
    public required LetterFile File { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public bool IsStub { get; set; }

    private string Count => CountOf(File.Bearers.Count, Text[nameof(LetterText.Print_Numerals)]);

    /// <summary>As documents write it: without the day of the week.</summary>
    private string DayOf(DateOnly day) => Text[nameof(LetterText.Print_Date), day.Year, day.Month, day.Day];

    /// <summary>How many, in figures that cannot be altered (贰拾叁); where the language has none, in plain ones.</summary>
    /// <param name="people">From 1.</param>
    /// <param name="numerals">Nought to ten; empty for plain figures.</param>
    internal static string CountOf(int people, string numerals)
    {
        if (numerals.Length < 11 || people > 99)
        {
            return people.ToString(CultureInfo.InvariantCulture);
        }

        var (tens, ones) = Math.DivRem(people, 10);
        return tens == 0 ? $"{numerals[ones]}" : $"{numerals[tens]}{numerals[10]}{(ones == 0 ? "" : numerals[ones])}";
    }
}

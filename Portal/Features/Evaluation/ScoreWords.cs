using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Domain.Evaluation;
using Portal.Ui;

namespace Portal.Features.Evaluation;

/// <summary>How a score is spelled on the pages that show one.</summary>
internal static class ScoreWords
{
    public static string Letter(IStringLocalizer<EvaluationText> text, EvaluationComponent component) => text[$"Letter_{component}"];

    /// <summary>Up to two decimals; the exact figures are what is calculated with.</summary>
    public static string Figure(decimal value) =>
        decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Share(IStringLocalizer<EvaluationText> text, ComponentScore part) =>
        part.Ratio is { } ratio ? Figure(ratio * 100m) + "%" : text[nameof(EvaluationText.NotApplicable)];

    public static string Reasons(IStringLocalizer<EvaluationText> text, Words words, EvaluationResult result) =>
        string.Join(text[nameof(EvaluationText.ListJoin)], result.Unranked.Select(reason => words.Of(reason)));

    /// <summary>One of the frame's tones.</summary>
    public static string Tone(EvaluationGrade grade) => grade switch
    {
        EvaluationGrade.Excellent => "good",
        EvaluationGrade.Good => "info",
        EvaluationGrade.Qualified => "neutral",
        _ => "warning",
    };

    /// <summary>The year that an address asks for; the latest one for anything that is not a year.</summary>
    public static int Year(string? asked, IReadOnlyList<int> years) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : years.Count > 0 ? years[0]
        : 0;
}

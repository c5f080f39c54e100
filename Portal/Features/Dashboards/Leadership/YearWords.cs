using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>A figure of the year: what it is, how much, and how it compares.</summary>
/// <param name="Before">The year before; a dash where it has none.</param>
/// <param name="Change">比2025年多16件; or that there is nothing to compare with.</param>
public sealed record YearFigure(string Name, string Value, string Before, string Change, string Href);

/// <summary>Turns the numbers of a year into the reader's language.</summary>
public sealed class YearWords(IStringLocalizer<LeadershipDashboardText> text)
{
    public IReadOnlyList<YearFigure> Figures(LeadershipYear year)
    {
        var (now, before) = (year.Figures, year.Before);
        var findings = $"/findings?year={now.Year}";
        // A year without any finding says nothing about zero: it has not been kept.
        int? receivedBefore = before.Received == 0 ? null : before.Received;
        int? overdueBefore = before.Rectification.Due == 0 ? null : before.Rectification.Overdue;
        return
        [
            new(text[nameof(LeadershipDashboardText.Figure_Received)], Number(now.Received), Number(receivedBefore), Count(now.Received, receivedBefore, before.Year), findings),
            new(text[nameof(LeadershipDashboardText.Figure_OnTime)], Percents(now.Rectification.OnTimePercent), Percents(before.Rectification.OnTimePercent), Points(now.Rectification.OnTimePercent, before.Rectification.OnTimePercent, before.Year), findings),
            new(text[nameof(LeadershipDashboardText.Figure_Overdue)], Number(now.Rectification.Overdue), Number(overdueBefore), Count(now.Rectification.Overdue, overdueBefore, before.Year), $"{findings}&due=overdue"),
            new(text[nameof(LeadershipDashboardText.Figure_Median)], Days(now.Feedback.Median), Days(before.Feedback.Median), DayChange(now.Feedback.Median, before.Feedback.Median, before.Year), findings),
            new(text[nameof(LeadershipDashboardText.Figure_Ninetieth)], Days(now.Feedback.Ninetieth), Days(before.Feedback.Ninetieth), DayChange(now.Feedback.Ninetieth, before.Feedback.Ninetieth, before.Year), findings),
            new(text[nameof(LeadershipDashboardText.Figure_Participation)], Percents(now.ParticipationPercent), Percents(before.ParticipationPercent), Points(now.ParticipationPercent, before.ParticipationPercent, before.Year), $"/activities?year={now.Year}"),
        ];
    }

    /// <summary>The year in at most three sentences: how much came, whether it was put right in time, how long an answer took.</summary>
    public IReadOnlyList<string> Sentences(LeadershipYear year) => [Received(year.Figures, year.Before), OnTime(year.Figures, year.Before), Feedback(year.Figures, year.Before)];

    public string Percents(int? percent) => percent is { } known ? text[nameof(LeadershipDashboardText.Value_Percent), known] : text[nameof(LeadershipDashboardText.Value_Nothing)];

    public string Days(decimal? days) => days is { } known ? text[nameof(LeadershipDashboardText.Value_Days), Plain(known)] : text[nameof(LeadershipDashboardText.Value_Nothing)];

    private string Received(YearFigures now, YearFigures before)
    {
        var than = Count(now.Received, before.Received == 0 ? null : before.Received, before.Year);
        return now.Received switch
        {
            0 => text[nameof(LeadershipDashboardText.Say_Received_None), now.Year],
            1 => text[nameof(LeadershipDashboardText.Say_Received_One), now.Year, than],
            _ => text[nameof(LeadershipDashboardText.Say_Received_Many), now.Year, Number(now.Received), than],
        };
    }

    private string OnTime(YearFigures now, YearFigures before)
    {
        if (now.Rectification.OnTimePercent is not { } percent)
        {
            return text[nameof(LeadershipDashboardText.Say_OnTime_None), now.Year];
        }

        var than = Points(percent, before.Rectification.OnTimePercent, before.Year);
        return now.Rectification.Due == 1
            ? text[nameof(LeadershipDashboardText.Say_OnTime_One), percent, than]
            : text[nameof(LeadershipDashboardText.Say_OnTime_Many), Number(now.Rectification.Due), percent, than];
    }

    private string Feedback(YearFigures now, YearFigures before)
    {
        if (now.Feedback.Median is not { } median)
        {
            return text[nameof(LeadershipDashboardText.Say_Feedback_None), now.Year];
        }

        var than = DayChange(median, before.Feedback.Median, before.Year);
        return median == 1
            ? text[nameof(LeadershipDashboardText.Say_Feedback_One), than, now.Feedback.Ninetieth!]
            : text[nameof(LeadershipDashboardText.Say_Feedback_Many), Plain(median), than, now.Feedback.Ninetieth!];
    }

    private string Count(int now, int? before, int yearBefore) =>
        Than(now, before, yearBefore, (more, _) => more ? nameof(LeadershipDashboardText.Than_More) : nameof(LeadershipDashboardText.Than_Fewer));

    private string Points(int? now, int? before, int yearBefore) => Than(now, before, yearBefore, (more, one) => (more, one) switch
    {
        (true, true) => nameof(LeadershipDashboardText.Than_PointUp),
        (true, false) => nameof(LeadershipDashboardText.Than_PointsUp),
        (false, true) => nameof(LeadershipDashboardText.Than_PointDown),
        (false, false) => nameof(LeadershipDashboardText.Than_PointsDown),
    });

    private string DayChange(decimal? now, decimal? before, int yearBefore) => Than(now, before, yearBefore, (more, one) => (more, one) switch
    {
        (true, true) => nameof(LeadershipDashboardText.Than_DayLonger),
        (true, false) => nameof(LeadershipDashboardText.Than_DaysLonger),
        (false, true) => nameof(LeadershipDashboardText.Than_DayShorter),
        (false, false) => nameof(LeadershipDashboardText.Than_DaysShorter),
    });

    /// <summary>In words: a bare sign and number does not say of what, nor than when.</summary>
    private string Than(decimal? now, decimal? before, int yearBefore, Func<bool, bool, string> key) => (now - before) switch
    {
        null => text[nameof(LeadershipDashboardText.Than_Nothing), yearBefore],
        0 => text[nameof(LeadershipDashboardText.Than_Same), yearBefore],
        { } change => text[key(change > 0, Math.Abs(change) == 1), yearBefore, Plain(Math.Abs(change))],
    };

    private string Number(int? number) => number is { } known ? known.ToString("N0", CultureInfo.CurrentCulture) : text[nameof(LeadershipDashboardText.Value_Nothing)];

    private static string Plain(decimal number) => number.ToString("#,0.#", CultureInfo.CurrentCulture);
}

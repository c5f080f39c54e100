using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Ui;
using Portal.Ui.Charts;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>A chart of the page: drawn, tabled, printed and exported from the same model.</summary>
public sealed record YearChart(string Id, string Title, string Says, ChartModel Model, string Href, string HrefWords, ChartHeight Height = ChartHeight.Medium);

/// <summary>The year as charts, each with the year before beside it.</summary>
public sealed class YearCharts(IStringLocalizer<LeadershipDashboardText> text, YearWords years, Words words)
{
    /// <summary>As many agencies have a bar of their own.</summary>
    public const int AgenciesShown = 16;

    private static readonly string[] s_outcomeColours = [ChartColours.Main, ChartColours.Previous, ChartColours.InTime, ChartColours.ClosedLate, "--neutral", ChartColours.DueSoon];

    public IReadOnlyList<YearChart> Of(LeadershipYear year) => [Months(year), Rectification(year), Agencies(year), Categories(year), Feedback(year), Participation(year)];

    public YearChart Ranking(LeadershipRanking ranking)
    {
        var (now, before) = (ranking.Figures, ranking.Before);
        var link = $"/evaluation?year={now.Year}";
        return new YearChart(
            "ranking",
            text[nameof(LeadershipDashboardText.Chart_Ranking)],
            text[nameof(LeadershipDashboardText.Chart_Ranking_Says), now.Scored, Graded(EvaluationGrade.Excellent), Graded(EvaluationGrade.Good), Graded(EvaluationGrade.Qualified), Graded(EvaluationGrade.NeedsImprovement), before.Year, before.Scored],
            new ChartModel(ChartKind.Column, text[nameof(LeadershipDashboardText.Band)],
                [.. Enumerable.Range(0, RankingFigures.Bands).Select(band => text[nameof(LeadershipDashboardText.BandName), band * 10, band == RankingFigures.Bands - 1 ? 100 : (band * 10) + 9].Value)],
                [
                    Series(YearName(now.Year), now.ByTens, ChartColours.Main, link),
                    Series(YearName(before.Year), before.ByTens, ChartColours.Previous, $"/evaluation?year={before.Year}"),
                ])
            { ValueTitle = text[nameof(LeadershipDashboardText.Value_People)] },
            link,
            text[nameof(LeadershipDashboardText.List_Evaluation)]);

        int Graded(EvaluationGrade grade) => now.ByGrade[(int)grade];
    }

    public string YearName(int year) => text[nameof(LeadershipDashboardText.YearName), year];

    private YearChart Months(LeadershipYear year)
    {
        var now = year.Figures;
        var names = Enumerable.Range(1, 12).Select(month => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedMonthName(month)).ToList();
        var totals = now.ByMonth.Select(month => month.Sum()).ToList();
        var most = totals.IndexOf(totals.Max());
        var open = now.ReceivedAs(FindingOutcome.Open);
        var says = now.Received == 0
            ? NothingSays(year)
            : text[open == 0 ? nameof(LeadershipDashboardText.Chart_Months_Says) : nameof(LeadershipDashboardText.Chart_Months_SaysOpen), now.Received, names[most], totals[most], year.Before.Year, year.Before.Received, open].Value;
        return new YearChart(
            "months",
            text[nameof(LeadershipDashboardText.Chart_Months)],
            says,
            new ChartModel(ChartKind.StackedColumn, text[nameof(LeadershipDashboardText.Month)], names,
                [.. FindingOutcomes.All.Select(outcome => new ChartSeries(
                    text[$"{nameof(FindingOutcome)}_{outcome}"],
                    [.. now.ByMonth.Select(month => (decimal?)month[(int)outcome])],
                    s_outcomeColours[(int)outcome])
                {
                    Links = [.. Enumerable.Range(1, 12).Select(month => FormattableString.Invariant($"/findings?year={now.Year}&month={now.Year}-{month:00}"))],
                })])
            { ValueTitle = text[nameof(LeadershipDashboardText.Value_Findings)] },
            FindingsOf(now),
            text[nameof(LeadershipDashboardText.List_Findings)]);
    }

    private YearChart Agencies(LeadershipYear year)
    {
        var (now, before) = (year.Figures, year.Before);
        var ordered = year.Agencies.Keys
            .Where(agency => now.ByAgency.ContainsKey(agency) || before.ByAgency.ContainsKey(agency))
            .OrderByDescending(agency => now.ByAgency.GetValueOrDefault(agency))
            .ThenByDescending(agency => before.ByAgency.GetValueOrDefault(agency))
            .ThenBy(agency => year.Agencies[agency], StringComparer.Ordinal)
            .ToList();
        var rest = ordered.Skip(AgenciesShown).ToList();
        List<Bar> bars = [.. ordered.Take(AgenciesShown).Select(agency => new Bar(year.Agencies[agency], Count(now, agency), Count(before, agency), $"agency={agency.Value}"))];
        Add(text[nameof(LeadershipDashboardText.Others)], rest.Sum(agency => Count(now, agency)), rest.Sum(agency => Count(before, agency)));
        Add(text[nameof(LeadershipDashboardText.Elsewhere)], now.Elsewhere, before.Elsewhere);
        return Bars("agencies", nameof(LeadershipDashboardText.Chart_Agencies), nameof(LeadershipDashboardText.Agency), year, bars);

        static int Count(YearFigures figures, AgencyId agency) => figures.ByAgency.GetValueOrDefault(agency);

        void Add(string name, int count, int countBefore)
        {
            if (count + countBefore > 0)
            {
                bars.Add(new Bar(name, count, countBefore, null));
            }
        }
    }

    private YearChart Categories(LeadershipYear year)
    {
        var bars = Enum.GetValues<FindingCategory>()
            .Select(category => new Bar(words.Of(category), year.Figures.ByCategory.GetValueOrDefault(category), year.Before.ByCategory.GetValueOrDefault(category), $"category={category}"))
            .OrderByDescending(bar => bar.Now)
            .ToList();
        return Bars("categories", nameof(LeadershipDashboardText.Chart_Categories), nameof(LeadershipDashboardText.Category), year, bars);
    }

    private YearChart Rectification(LeadershipYear year)
    {
        var now = year.Figures;
        return new YearChart(
            "rectification",
            text[nameof(LeadershipDashboardText.Chart_Rectification)],
            text[nameof(LeadershipDashboardText.Chart_Rectification_Says), now.Rectification.OnTime, now.Rectification.Late, now.Rectification.Overdue, now.Rectification.Running, year.Before.Year, years.Percents(year.Before.Rectification.OnTimePercent)],
            new ChartModel(ChartKind.StackedColumn, text[nameof(LeadershipDashboardText.Quarter)], Quarters(),
                [
                    Quarter(nameof(LeadershipDashboardText.Rectification_OnTime), q => q.OnTime, ChartColours.ClosedInTime, null),
                    Quarter(nameof(LeadershipDashboardText.Rectification_Late), q => q.Late, ChartColours.ClosedLate, null),
                    Quarter(nameof(LeadershipDashboardText.Rectification_Overdue), q => q.Overdue, ChartColours.Overdue, "/findings?due=overdue"),
                    Quarter(nameof(LeadershipDashboardText.Rectification_Running), q => q.Running, ChartColours.InTime, null),
                ])
            { ValueTitle = text[nameof(LeadershipDashboardText.Value_Rectifications)] },
            "/findings?due=overdue",
            text[nameof(LeadershipDashboardText.List_Overdue)]);

        ChartSeries Quarter(string key, Func<RectificationCount, int> part, string colour, string? link) =>
            Series(text[key], now.RectificationByQuarter.Select(part), colour, link ?? FindingsOf(now));
    }

    private YearChart Feedback(LeadershipYear year)
    {
        var (now, before) = (year.Figures, year.Before);
        return new YearChart(
            "feedback",
            text[nameof(LeadershipDashboardText.Chart_Feedback)],
            text[nameof(LeadershipDashboardText.Chart_Feedback_Says), now.Feedback.Count, years.Days(now.Feedback.Median), years.Days(now.Feedback.Ninetieth), before.Year, years.Days(before.Feedback.Median)],
            new ChartModel(ChartKind.Column, text[nameof(LeadershipDashboardText.Quarter)], Quarters(),
                [
                    Days(nameof(LeadershipDashboardText.Feedback_Median), now, q => q.Median, ChartColours.Main),
                    Days(nameof(LeadershipDashboardText.Feedback_Ninetieth), now, q => q.Ninetieth, ChartColours.DueSoon),
                    Days(nameof(LeadershipDashboardText.Feedback_Median), before, q => q.Median, ChartColours.Previous),
                ])
            {
                ValueTitle = text[nameof(LeadershipDashboardText.Value_DaysAxis)],
                Unit = text[nameof(LeadershipDashboardText.Unit_Days)],
                Decimals = now.FeedbackByQuarter.Concat(before.FeedbackByQuarter).Any(q => q.Median is { } median && median != decimal.Truncate(median)) ? 1 : 0,
            },
            FindingsOf(now),
            text[nameof(LeadershipDashboardText.List_Findings)]);

        ChartSeries Days(string key, YearFigures figures, Func<FeedbackDays, decimal?> value, string colour) =>
            new(text[key, figures.Year], [.. figures.FeedbackByQuarter.Select(value)], colour) { Links = [.. figures.FeedbackByQuarter.Select(_ => FindingsOf(figures))] };
    }

    private YearChart Participation(LeadershipYear year)
    {
        var (now, before) = (year.Figures, year.Before);
        var best = now.ByGroup.MaxBy(group => group.Rate ?? -1)!;
        return new YearChart(
            "participation",
            text[nameof(LeadershipDashboardText.Chart_Participation)],
            now.ParticipationPercent is null
                ? text[nameof(LeadershipDashboardText.Chart_Participation_Nothing), now.Year, before.Year, years.Percents(before.ParticipationPercent)]
                : text[nameof(LeadershipDashboardText.Chart_Participation_Says), years.Percents(now.ParticipationPercent), words.Of(best.Group), years.Percents(best.Rate), before.Year, years.Percents(before.ParticipationPercent)],
            new ChartModel(ChartKind.Bar, text[nameof(LeadershipDashboardText.Group)], [.. now.ByGroup.Select(group => words.Of(group.Group))], [Rates(now, ChartColours.Main), Rates(before, ChartColours.Previous)])
            {
                Unit = text[nameof(LeadershipDashboardText.Unit_Percent)],
                Highest = 100,
            },
            $"/activities?year={now.Year}",
            text[nameof(LeadershipDashboardText.List_Activities)]);

        ChartSeries Rates(YearFigures figures, string colour) => new(YearName(figures.Year), [.. figures.ByGroup.Select(group => (decimal?)group.Rate)], colour)
        {
            Links = [.. figures.ByGroup.Select(_ => $"/activities?year={figures.Year}")],
        };
    }

    private YearChart Bars(string id, string title, string categoryTitle, LeadershipYear year, IReadOnlyList<Bar> bars)
    {
        var (now, before) = (year.Figures, year.Before);
        var most = bars.MaxBy(bar => bar.Now);
        return new YearChart(
            id,
            text[title],
            most is null || most.Now == 0 ? NothingSays(year) : text[nameof(LeadershipDashboardText.Chart_Most_Says), most.Name, most.Now, before.Year, most.Before],
            new ChartModel(ChartKind.Bar, text[categoryTitle], [.. bars.Select(bar => bar.Name)],
                [
                    new(YearName(now.Year), [.. bars.Select(bar => (decimal?)bar.Now)], ChartColours.Main) { Links = [.. bars.Select(bar => Link(bar, now))] },
                    new(YearName(before.Year), [.. bars.Select(bar => (decimal?)bar.Before)], ChartColours.Previous) { Links = [.. bars.Select(bar => Link(bar, before))] },
                ])
            { ValueTitle = text[nameof(LeadershipDashboardText.Value_Findings)] },
            FindingsOf(now),
            text[nameof(LeadershipDashboardText.List_Findings)],
            ChartHeight.Tall);

        static string? Link(Bar bar, YearFigures figures) => bar.Filter is null ? FindingsOf(figures) : $"/findings?{bar.Filter}&year={figures.Year}";
    }

    private string NothingSays(LeadershipYear year) => text[nameof(LeadershipDashboardText.Chart_Nothing_Says), year.Year, year.Before.Year, year.Before.Received];

    private IReadOnlyList<string> Quarters() => [.. Enumerable.Range(1, 4).Select(quarter => text[nameof(LeadershipDashboardText.QuarterName), quarter].Value)];

    private static ChartSeries Series(string name, IEnumerable<int> values, string colour, string link)
    {
        decimal?[] numbers = [.. values.Select(value => (decimal?)value)];
        return new ChartSeries(name, numbers, colour) { Links = [.. numbers.Select(_ => link)] };
    }

    private static string FindingsOf(YearFigures figures) => $"/findings?year={figures.Year}";

    private sealed record Bar(string Name, int Now, int Before, string? Filter);
}

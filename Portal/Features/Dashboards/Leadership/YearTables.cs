using Microsoft.Extensions.Localization;
using Portal.Exports;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>The page as sheets of a workbook: the figures, then the table of every chart. Nobody's name is in it.</summary>
public sealed class YearTables(IStringLocalizer<LeadershipDashboardText> text, YearWords words, YearCharts charts)
{
    public IReadOnlyList<XlsxSheet> Of(LeadershipYear year, LeadershipRanking ranking) =>
        [Figures(year), .. charts.Of(year).Append(charts.Ranking(ranking)).Select(Sheet)];

    private XlsxSheet Figures(LeadershipYear year) => new(
        text[nameof(LeadershipDashboardText.Sheet_Figures)],
        [text[nameof(LeadershipDashboardText.Sheet_Figure)], charts.YearName(year.Year), charts.YearName(year.Before.Year), text[nameof(LeadershipDashboardText.Sheet_Change)]],
        [.. words.Figures(year).Select(figure => (IReadOnlyList<object?>)[figure.Name, figure.Value, figure.Before, figure.Change])]);

    private static XlsxSheet Sheet(YearChart chart) => new(
        chart.Title,
        [chart.Model.CategoryTitle, .. chart.Model.Series.Select(series => series.Name + chart.Model.Unit)],
        [.. chart.Model.Categories.Select((category, row) => (IReadOnlyList<object?>)[category, .. chart.Model.Series.Select(series => (object?)series.Values[row])])]);
}

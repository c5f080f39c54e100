using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.People;
using Portal.Exports;
using Portal.Features.Dashboards.Leadership;
using Portal.Tests.Support;
using Portal.Ui;
using static Portal.Tests.Features.Dashboards.Leadership.YearOffice;

namespace Portal.Tests.Features.Dashboards.Leadership;

public sealed class YearWordsTests : IDisposable
{
    private readonly YearOffice _office = new();
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging().AddLocalization().AddScoped<Words>().AddScoped<YearWords>().AddScoped<YearCharts>().AddScoped<YearTables>().BuildServiceProvider();

    private YearWords Words => _services.GetRequiredService<YearWords>();

    private YearCharts Charts => _services.GetRequiredService<YearCharts>();

    public void Dispose()
    {
        _office.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task The_year_in_three_sentences_with_its_change()
    {
        var year = await SeededAsync();
        using (Read("zh-CN"))
        {
            Assert.Equal(
                ["2026年收到问题线索6件，比2025年多4件。", "到期整改3项，按期完成率67%，比2025年下降33个百分点。", "从提出到反馈的中位数为15天，比2025年延长14天；九成在20天内反馈。"],
                Words.Sentences(year));
            Assert.Equal(["比2025年多4件", "比2025年下降33个百分点", "比2025年多1件", "比2025年延长14天", "比2025年延长19天", "2025年没有可比数据"], Words.Figures(year).Select(f => f.Change));
        }

        using (Read("en"))
        {
            Assert.Equal(
                [
                    "6 findings were received in 2026, 4 more than in 2025.",
                    "3 rectifications fell due; 67% on time, 33 percentage points less than in 2025.",
                    "The median from filing to feedback was 15 days, 14 days longer than in 2025; nine in ten within 20.",
                ],
                Words.Sentences(year));
        }
    }

    [Fact]
    public void One_of_a_thing_is_said_in_the_singular()
    {
        var year = Of(Figures(2026, 1, new RectificationCount(1, 0, 0, 0), new FeedbackDays(1, 1, 1)), Figures(2025, 2, new RectificationCount(99, 1, 0, 0), new FeedbackDays(1, 2, 2)));
        using (Read("en"))
        {
            Assert.Equal(
                [
                    "One finding was received in 2026, 1 fewer than in 2025.",
                    "One rectification fell due; 100% on time, 1 percentage point more than in 2025.",
                    "The median from filing to feedback was 1 day, 1 day shorter than in 2025; nine in ten within 1.",
                ],
                Words.Sentences(year));
            Assert.Equal(["1 fewer than in 2025", "1 percentage point more than in 2025", "the same as in 2025", "1 day shorter than in 2025", "1 day shorter than in 2025", "with nothing from 2025 to compare"], Words.Figures(year).Select(f => f.Change));
        }
    }

    [Fact]
    public void A_year_before_without_anything_is_said_to_have_nothing_to_compare()
    {
        var year = Of(Figures(2026, 3, new RectificationCount(1, 1, 0, 0), new FeedbackDays(2, 3.5m, 5)), Figures(2025, 0, RectificationCount.None, new FeedbackDays(0, null, null)));
        using (Read("zh-CN"))
        {
            Assert.Equal(
                ["2026年收到问题线索3件，2025年没有可比数据。", "到期整改2项，按期完成率50%，2025年没有可比数据。", "从提出到反馈的中位数为3.5天，2025年没有可比数据；九成在5天内反馈。"],
                Words.Sentences(year));
            Assert.All(Words.Figures(year), figure => Assert.Equal("2025年没有可比数据", figure.Change));
        }
    }

    [Fact]
    public void An_empty_year_says_so_and_the_same_is_called_the_same()
    {
        var empty = Figures(2026, 0, RectificationCount.None, new FeedbackDays(0, null, null));
        var same = Figures(2026, 2, new RectificationCount(1, 0, 0, 0), new FeedbackDays(1, 4, 4));
        using var _ = Read("zh-CN");

        Assert.Equal(["2026年没有收到问题线索。", "2026年没有到期的整改。", "2026年还没有反馈。"], Words.Sentences(Of(empty, empty with { Year = 2025 })));
        Assert.Equal("2026年收到问题线索2件，与2025年持平。", Words.Sentences(Of(same, same with { Year = 2025 }))[0]);
    }

    [Fact]
    public async Task Every_point_of_a_chart_opens_its_list()
    {
        var charts = Charts.Of(await SeededAsync()).ToDictionary(chart => chart.Id);

        Assert.Equal("/findings?year=2026&month=2026-05", charts["months"].Model.Series[0].LinkAt(4));
        Assert.Equal($"/findings?agency={_office.First.Value}&year=2026", charts["agencies"].Model.Series[0].LinkAt(0));
        Assert.Equal($"/findings?agency={_office.First.Value}&year=2025", charts["agencies"].Model.Series[1].LinkAt(0));
        Assert.Equal("/findings?category=Service&year=2026", charts["categories"].Model.Series[0].LinkAt(0));
        Assert.Equal("/findings?due=overdue", charts["rectification"].Model.Series[2].LinkAt(3));
        Assert.Equal("/activities?year=2026", charts["participation"].Model.Series[0].LinkAt(0));
        Assert.All(charts.Values, chart => Assert.All(chart.Model.Series, series => Assert.Equal(series.Values.Count, series.Links.Count(link => link is not null))));
    }

    [Fact]
    public void Sixteen_agencies_have_a_bar_and_the_others_one_together()
    {
        var agencies = Enumerable.Range(1, 18).ToDictionary(_ => AgencyId.New(), i => $"机构{i:00}");
        var year = Of(
            Figures(2026, 0, RectificationCount.None, new FeedbackDays(0, null, null)) with { ByAgency = agencies.Keys.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => 20 - x.i), Elsewhere = 2 },
            Figures(2025, 0, RectificationCount.None, new FeedbackDays(0, null, null))) with
        { Agencies = agencies };
        using var _ = Read("zh-CN");

        var chart = Charts.Of(year).Single(c => c.Id == "agencies").Model;

        Assert.Equal(18, chart.Categories.Count);
        Assert.Equal(["机构16", "其他", "名册外单位"], chart.Categories.Skip(15));
        Assert.Equal([5, 7, 2], chart.Series[0].Values.Skip(15));
    }

    [Fact]
    public async Task The_workbook_has_the_figures_and_a_sheet_for_every_chart_and_opens()
    {
        var year = await SeededAsync();
        var ranking = new LeadershipRanking(RankingFigures.Of(2026, []), RankingFigures.Of(2025, []));
        using var _ = Read("zh-CN");
        var sheets = _services.GetRequiredService<YearTables>().Of(year, ranking);
        using var stream = new MemoryStream();
        await XlsxBook.WriteAsync(stream, sheets, TestContext.Current.CancellationToken);

        stream.Position = 0;
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, false);
        Assert.Equal(
            ["年度数据", "线索 按月与结果", "整改 按期与逾期", "线索 按机构", "线索 按类别", "从提出到反馈", "各组参与率", "得分分布"],
            book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!.Replace('：', ' ')));
        Assert.Equal(["项目", "2026年", "2025年", "变化"], sheets[0].Headings);
        Assert.Equal<object?>(["收到线索", "6", "2", "比2025年多4件"], sheets[0].Rows[0]);
        Assert.Equal(12, sheets[1].Rows.Count);
    }

    private static Reader Read(string culture) => new(culture);

    private async Task<LeadershipYear> SeededAsync()
    {
        _office.Answered(Day(2025, 5, 1), 1);
        _office.Ordered(Day(2025, 6, 10), Day(2025, 6, 1), Portal.Domain.Findings.FindingState.Verified);
        _office.Answered(Day(2026, 5, 1), 10);
        _office.Answered(Day(2026, 5, 2), 20);
        _office.Ordered(Day(2026, 5, 31), Day(2026, 5, 1), Portal.Domain.Findings.FindingState.Verified);
        _office.Ordered(Day(2026, 6, 30), Day(2026, 6, 1), Portal.Domain.Findings.FindingState.Verified);
        _office.Ordered(Day(2026, 10, 30));
        _office.Finding(Day(2026, 11, 1));
        return await _office.For(Acting.Leadership()).YearAsync(null, TestContext.Current.CancellationToken);
    }

    private static LeadershipYear Of(YearFigures now, YearFigures before) =>
        new(DateTimeOffset.UnixEpoch, OfficeClock.Anchor, now, before, new ApprovalsWaiting(0, []), new Dictionary<AgencyId, string>());

    private static YearFigures Figures(int year, int received, RectificationCount rectification, FeedbackDays feedback) => new(year)
    {
        ByMonth = [.. Enumerable.Range(0, 12).Select(month => new[] { month == 4 ? received : 0, 0, 0, 0, 0, 0 })],
        ByAgency = new Dictionary<AgencyId, int>(),
        Elsewhere = 0,
        ByCategory = new Dictionary<Portal.Domain.Findings.FindingCategory, int>(),
        RectificationByQuarter = [rectification, RectificationCount.None, RectificationCount.None, RectificationCount.None],
        FeedbackByQuarter = [feedback, new(0, null, null), new(0, null, null), new(0, null, null)],
        Feedback = feedback,
        ByGroup = [.. Enum.GetValues<SourceCategory>().Select(group => new ParticipationCount(group, 0, 0, 0))],
    };

    private sealed class Reader : IDisposable
    {
        private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
        private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

        public Reader(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
    }
}

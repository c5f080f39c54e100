using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Data.Evaluations;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Evaluation;
using Portal.Tests.Data.Evaluations;
using Portal.Tests.Support;
using Portal.Ui;
using static Portal.Tests.Data.Evaluations.OfficeRows;

namespace Portal.Tests.Features.Evaluation;

public sealed class EvaluationPagesTests : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly PortalDb _db = PortalDb.Embedded();
    private readonly PersonId _first;
    private readonly PersonId _second;

    public EvaluationPagesTests()
    {
        Speak("zh-CN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddTransient<Words>();

        var rows = new OfficeRows();
        _first = rows.Supervisor("谭示安", SourceCategory.PublicRepresentative, Day(5, 1, 2024), Day(4, 30, 2027));
        _second = rows.Supervisor("罗例清", SourceCategory.GrassrootsWorker);
        rows.Supervisor("文样舟", SourceCategory.IndustryAssociation, Day(11, 1), Day(10, 31, 2029));
        foreach (var (index, state) in new[] { ParticipationState.Attended, ParticipationState.Absent, ParticipationState.Excused, ParticipationState.Attended }.Index())
        {
            var activity = rows.Activity($"2026-0{index}", Day(3 + index, 10));
            rows.Part(activity, _first);
            rows.Part(activity, _second, state);
        }

        rows.Closed("WT-2026-0001", _first, FindingGrade.R3, coAuthors: _second);
        rows.SaveTo(_db);
    }

    private static string NameIn(AngleSharp.Dom.IElement row) =>
        new[] { "谭示安", "罗例清", "文样舟" }.Single(name => row.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal));

    [Fact]
    public void The_ranking_shows_rank_score_grade_and_why_there_is_no_rank()
    {
        Act(Acting.Administrator());

        var page = Render<EvaluationRanking>();

        var rows = page.FindAll("[data-testid=row]");
        Assert.Equal(["谭示安", "罗例清", "文样舟"], rows.Select(NameIn));
        Assert.Equal(["1", "2", "—"], rows.Select(row => row.QuerySelector(".rank")!.TextContent));
        Assert.Contains("在聘不足183天", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("监督活动参与：66.67%", rows[1].QuerySelector("meter")!.GetAttribute("aria-label"));
        Assert.Contains("暂定", page.Find("[data-testid=standing]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/evaluation/2026/{_first.Value}", rows[0].QuerySelector("[data-testid=why]")!.GetAttribute("href"));
    }

    [Fact]
    public void Year_and_group_come_from_the_address_and_each_choice_keeps_the_other()
    {
        Act(Acting.Leadership());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/evaluation?year=2025&group=PublicRepresentative");

        var page = Render<EvaluationRanking>();

        Assert.Equal("谭示安", NameIn(Assert.Single(page.FindAll("[data-testid=row]"))));
        Assert.DoesNotContain("暂定", page.Find("[data-testid=standing]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2025", page.Find("[data-testid=years] [aria-current]").TextContent);
        Assert.Equal("群众代表", page.Find("[data-testid=groups] [aria-current]").TextContent);
        Assert.Equal("/evaluation?year=2026&group=PublicRepresentative", page.Find("[data-testid=years] a").GetAttribute("href"));
        Assert.Equal("/evaluation?year=2025", page.Find("[data-testid=groups] a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/evaluation?year=2025&group=GrassrootsWorker", "请选择“全部”或别的组")]
    [InlineData("/evaluation?year=1999", "请在上面选择别的年度")]
    public void An_empty_ranking_says_what_to_do(string address, string words)
    {
        Act(Acting.Administrator());
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var page = Render<EvaluationRanking>();

        Assert.Contains(words, page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_with_no_year_in_it_is_taken_for_the_latest()
    {
        Act(Acting.Administrator());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/evaluation?year=abc&group=nobody");

        Assert.Equal(3, Render<EvaluationRanking>().FindAll("[data-testid=row]").Count);
    }

    [Fact]
    public void A_supervisor_who_opens_the_ranking_sees_nothing_of_it()
    {
        Act(Acting.Supervisor(_second));

        var page = Render<EvaluationRanking>();

        Assert.Empty(page.FindAll("[data-testid=row]"));
        Assert.DoesNotContain("谭示安", page.Markup, StringComparison.Ordinal);
        Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars);
    }

    [Fact]
    public void The_explanation_shows_every_term_of_the_formula_and_the_rows_behind_it()
    {
        Act(Acting.Administrator());

        var page = Render<WhyThisScore>(parameters => parameters.Add(p => p.Year, 2026).Add(p => p.Person, _second.Value));

        Assert.Equal(
            ["A 监督活动参与", "2 / 3", "66.67%", "30，调整为 40", "26.67"],
            page.Find("[data-testid=part-Participation]").Children.Select(cell => cell.TextContent));
        Assert.Equal(
            ["C 学习培训", "—", "不适用", "15", "0"],
            page.Find("[data-testid=part-Training]").Children.Select(cell => cell.TextContent));
        Assert.Equal("48.75", page.Find("[data-testid=total]").TextContent);
        Assert.Contains("在聘 365 天", page.Find("[data-testid=service]").TextContent, StringComparison.Ordinal);
        var attended = page.FindAll("[data-testid=behind-Participation] tbody tr");
        Assert.Equal(["2026-00", "title 2026-00（会议，应参加）", "2026-03-10", "出勤", "计入", "1 / 1"], attended[0].Children.Select(cell => cell.TextContent));
        Assert.Equal(["2026-02", "title 2026-02（会议，应参加）", "2026-05-10", "请假", "不计入", "—"], attended[2].Children.Select(cell => cell.TextContent));
        Assert.Equal(
            ["WT-2026-0001", "问题线索：窗口服务", "2026-09-01", "R3 属实并整改到位，或转办受理；联合提出，计一半", "计入", "1.5"],
            page.Find("[data-testid=behind-Output] tbody tr").Children.Select(cell => cell.TextContent));
        Assert.Equal("/evaluation?year=2026", page.Find(".crumbs a").GetAttribute("href"));
    }

    [Fact]
    public void Who_was_not_in_office_is_said_to_be_so()
    {
        Act(Acting.Administrator());

        var page = Render<WhyThisScore>(parameters => parameters.Add(p => p.Year, 2025).Add(p => p.Person, _second.Value));

        Assert.Contains("2025年不在聘期内", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supervisor_reads_their_score_what_helped_and_what_was_missed_and_nobody_elses()
    {
        Act(Acting.Supervisor(_second));

        var page = Render<MyEvaluation>();

        Assert.Equal("48.75 分", page.Find("[data-testid=score]").TextContent);
        Assert.Equal("暂定", page.Find("[data-testid=provisional]").TextContent);
        Assert.Contains("基层工作人员组第 1 名，共 1 人", page.Find("[data-testid=rank]").TextContent, StringComparison.Ordinal);
        Assert.Contains("全体第 2 名，共 2 人参加排名", page.Find("[data-testid=rank]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["2026年3月10日（周二）　title 2026-00：出勤", "2026年6月10日（周三）　title 2026-03：出勤", "线索 WT-2026-0001（窗口服务），2026年9月1日（周二）办结：联合提出，计 1.5 分"],
            page.FindAll("[data-testid=helped] li").Select(line => line.TextContent));
        Assert.Equal(
            ["2026年4月10日（周五）　title 2026-01：缺席", "监督成果离满分还差 6.5 分。反映的问题办结以后计分，每件最多 4 分。"],
            page.FindAll("[data-testid=missed] li").Select(line => line.TextContent));
        Assert.Single(page.FindComponents<ScoreExplanation>());
        Assert.DoesNotContain("谭示安", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("文样舟", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_without_a_rank_says_why_in_English_too()
    {
        Speak("en");
        var rows = new OfficeRows();
        var person = PersonId.New();
        rows.Add(Person.Staff(person, "New"));
        rows.Term(person, Day(11, 1), Day(10, 31, 2029));
        rows.SaveTo(_db);
        Act(Acting.Supervisor(person));

        var page = Render<MyEvaluation>();

        Assert.StartsWith("A score, but no rank: ", page.Find("[data-testid=no-rank]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing yet.", page.Find("[data-testid=helped]").TextContent, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _db.Dispose();
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = _before;
    }

    private static void Speak(string culture) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

    private void Act(Acting actor) => Services.AddSingleton(
        new EvaluationService(_db, new YearOfEvaluation(_db), actor.Guard(), OfficeClock.At(OfficeClock.Anchor)));
}

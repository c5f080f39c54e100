using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Evaluations;
using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Evaluation;
using Portal.Tests.Data.Evaluations;
using Portal.Tests.Support;
using static Portal.Tests.Data.Evaluations.OfficeRows;

namespace Portal.Tests.Features.Evaluation;

public sealed class EvaluationServiceTests : IDisposable
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PortalDb _db = new();
    private readonly PersonId _first;
    private readonly PersonId _second;
    private readonly PersonId _new;

    public EvaluationServiceTests()
    {
        var rows = new OfficeRows();
        _first = rows.Supervisor("谭示安", SourceCategory.PublicRepresentative, Day(5, 1, 2024), Day(4, 30, 2027));
        _second = rows.Supervisor("罗例清", SourceCategory.PublicRepresentative);
        _new = rows.Supervisor("文样舟", SourceCategory.IndustryAssociation, Day(11, 1), Day(10, 31, 2029));
        foreach (var number in new[] { "2026-01", "2026-02" })
        {
            var activity = rows.Activity(number, Day(3, 10));
            rows.Part(activity, _first);
            rows.Part(activity, _second, ParticipationState.AttendedPartly);
        }

        rows.Closed("WT-2026-0001", _first, FindingGrade.R3, coAuthors: _second);
        rows.Closed("WT-2026-0002", _first, FindingGrade.R4);
        rows.SaveTo(_db);
    }

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task The_office_sees_everybody_in_the_order_of_rank_with_the_reason_where_there_is_none()
    {
        var year = await Service(Acting.Leadership()).YearAsync(2026, Stop);

        Assert.Equal([("谭示安", 1, 1), ("罗例清", 2, 2), ("文样舟", null, null)], year.Rows.Select(row => (row.Name, row.Rank, row.RankInGroup)));
        Assert.Equal([UnrankedReason.InsufficientService, UnrankedReason.InsufficientInvitations], year.Rows[2].Result.Unranked);
        Assert.True(year.Provisional);
        Assert.Equal(OfficeClock.Anchor, year.AsOf);
    }

    [Fact]
    public async Task A_year_that_is_over_is_not_provisional()
    {
        var year = await Service(Acting.Administrator()).YearAsync(2025, Stop);

        Assert.False(year.Provisional);
        Assert.Equal(["谭示安"], year.Rows.Select(row => row.Name));
    }

    [Fact]
    public async Task Every_row_behind_a_score_is_named()
    {
        var why = await Service(Acting.Administrator()).WhyAsync(2026, _second, Stop);

        Assert.NotNull(why);
        Assert.Equal(("罗例清", 2, 2, 2, 2), (why.Name, why.Rank, why.Ranked, why.RankInGroup, why.RankedInGroup));
        Assert.Equal(
            [
                new ExplainedActivity("2026-01", "title 2026-01", ActivityKind.Meeting, Day(3, 10), true, ParticipationState.AttendedPartly),
                new ExplainedActivity("2026-02", "title 2026-02", ActivityKind.Meeting, Day(3, 10), true, ParticipationState.AttendedPartly),
            ],
            why.Of(EvaluationComponent.Participation).Select(item => item.Activity));
        Assert.All(why.Of(EvaluationComponent.Participation), item => Assert.True(item.IsMissed));
        var output = Assert.Single(why.Of(EvaluationComponent.Output));
        Assert.Equal(new ExplainedFinding("WT-2026-0001", FindingCategory.Service, FindingGrade.R3, Day(9, 1), FindingPart.CoReporter), output.Finding);
        Assert.Equal(1.5m, output.Scored.Value);
    }

    [Fact]
    public async Task Leadership_reads_what_a_finding_was_worth_and_not_which_one_it_was()
    {
        var why = await Service(Acting.Leadership()).WhyAsync(2026, _second, Stop);

        var output = Assert.Single(why!.Of(EvaluationComponent.Output));
        Assert.Equal((null, "—", 1.5m), (output.Finding, output.Scored.Reference, output.Scored.Value));
        Assert.All(why.Of(EvaluationComponent.Participation), item => Assert.NotNull(item.Activity));
    }

    [Fact]
    public async Task Who_steps_aside_from_a_matter_reads_the_score_without_it()
    {
        var clerk = Acting.Administrator();
        using (var db = _db.CreateDbContext())
        {
            db.People.Add(Person.Staff(clerk.Person, "示例科员"));
            var finding = db.Findings.AsSplitQuery().Single(f => f.Number == "WT-2026-0001").Id;
            var activity = db.Activities.Single(a => a.Number == "2026-01").Id;
            foreach (var matter in new[] { RecusalMatter.Of(finding), RecusalMatter.Of(activity) })
            {
                db.Recusals.Add(RecusalDeclaration.FromRegister(RecusalId.New(), clerk.Person, matter, RecusalGround.OwnInterest, "亲属", OfficeClock.Anchor, RecusalState.Recused, null));
            }

            db.SaveChanges();
        }

        var why = await Service(clerk).WhyAsync(2026, _second, Stop);

        Assert.Null(Assert.Single(why!.Of(EvaluationComponent.Output)).Finding);
        Assert.Equal(["—", "2026-02"], why.Of(EvaluationComponent.Participation).Select(item => item.Scored.Reference));
        Assert.Null(why.Of(EvaluationComponent.Participation).First().Activity);
    }

    [Fact]
    public async Task Whoever_was_not_in_office_has_no_explanation()
    {
        Assert.Null(await Service(Acting.Administrator()).WhyAsync(2025, _second, Stop));
        Assert.Null(await Service(Acting.Administrator()).WhyAsync(2026, PersonId.New(), Stop));
        Assert.Null(await Service(Acting.Supervisor(_second)).MineAsync(2025, Stop));
    }

    [Fact]
    public async Task Ones_own_score_is_the_one_that_the_office_sees()
    {
        var mine = await Service(Acting.Supervisor(_second)).MineAsync(2026, Stop);
        var why = await Service(Acting.Administrator()).WhyAsync(2026, _second, Stop);

        Assert.Equal(JsonSerializer.Serialize(why), JsonSerializer.Serialize(mine));
    }

    [Fact]
    public async Task Ones_own_score_says_nothing_about_anybody_else_but_how_many_they_are()
    {
        var mine = await Service(Acting.Supervisor(_second)).MineAsync(2026, Stop);

        var everything = JsonSerializer.Serialize(mine, s_readable);
        Assert.Contains("罗例清", everything, StringComparison.Ordinal);
        Assert.All(
            ["谭示安", "文样舟", "T000", "T002", _first.Value.ToString(), _new.Value.ToString(), "WT-2026-0002"],
            (string theirs) => Assert.DoesNotContain(theirs, everything, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, mine!.Ranked);
    }

    [Fact]
    public async Task The_years_are_those_in_which_somebody_was_in_office_the_running_one_first()
    {
        Assert.Equal([2026, 2025, 2024], await Service(Acting.Administrator()).YearsAsync(Stop));
        Assert.Equal([2026, 2025, 2024], await Service(Acting.Supervisor(_first)).MyYearsAsync(Stop));
        Assert.Equal([2026], await Service(Acting.Supervisor(_second)).MyYearsAsync(Stop));
    }

    [Fact]
    public async Task A_supervisor_does_not_see_the_ranking_and_the_office_has_no_score_of_its_own()
    {
        var supervisor = Service(Acting.Supervisor(_first));
        await Assert.ThrowsAsync<AccessDeniedException>(() => supervisor.YearAsync(2026, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => supervisor.WhyAsync(2026, _first, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => supervisor.YearsAsync(Stop));
        foreach (var office in new[] { Acting.Administrator(), Acting.Leadership() })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => Service(office).MineAsync(2026, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => Service(office).MyYearsAsync(Stop));
        }
    }

    [Fact]
    public async Task An_explanation_takes_the_same_number_of_queries_whatever_the_score()
    {
        var counted = new CountingContexts(_db);
        var service = new EvaluationService(counted, new YearOfEvaluation(counted), Acting.Administrator().Guard(), OfficeClock.At(OfficeClock.Anchor));

        await service.WhyAsync(2026, _first, Stop);

        Assert.Equal(9, counted.Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private EvaluationService Service(Acting actor) => new(_db, new YearOfEvaluation(_db), actor.Guard(), OfficeClock.At(OfficeClock.Anchor));
}

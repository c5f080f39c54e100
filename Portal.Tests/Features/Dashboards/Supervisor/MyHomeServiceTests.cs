using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.Evaluation;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Findings.Mine;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Dashboards.Supervisor;

public sealed class MyHomeServiceTests : IDisposable
{
    private readonly TwoSupervisors _rows = new();

    public void Dispose() => _rows.Dispose();

    [Fact]
    public async Task What_waits_is_questions_invitations_results_decisions_and_what_was_not_sent()
    {
        await _rows.HandleAsync(await _rows.FileAsync(_rows.Me), _rows.Ask);
        var answered = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(answered, _rows.FeedBack);
        _rows.Invite(_rows.Me, "待答复的", Today.AddDays(4));
        _rows.Invite(_rows.Me, "已答复的", Today.AddDays(5), ParticipationState.Accepted);
        _rows.Save(RecusalDeclaration.FromRegister(RecusalId.New(), _rows.Me, RecusalMatter.Of(_rows.Injury), RecusalGround.OwnInterest, "亲属", Today.AddDays(-3), RecusalState.Recused, Today.AddDays(-1)));
        await _rows.Drafts(_rows.Me).SaveAsync(DraftNames.Finding, new FindingForm { Text = "写到一半" }, Stop);

        var home = await _rows.Home(_rows.Me).GetAsync(Stop);

        Assert.Equal([WaitKind.Question, WaitKind.Invitation, WaitKind.Result, WaitKind.Decision, WaitKind.Draft], home.Waiting.Select(w => w.Kind));
        Assert.Equal(["WT-2026-0001", "待答复的", "WT-2026-0002", "株洲市工伤经办中心", ""], home.Waiting.Select(w => w.Name));
        Assert.Equal(["待答复的", "已答复的"], home.Coming.Select(c => c.Title));
    }

    [Fact]
    public async Task What_is_done_or_too_old_waits_no_longer()
    {
        var answered = await _rows.FileAsync(_rows.Me);
        await _rows.HandleAsync(answered, _rows.FeedBack);
        _rows.Save(RecusalDeclaration.FromRegister(RecusalId.New(), _rows.Me, RecusalMatter.Of(_rows.Injury), RecusalGround.OwnInterest, "亲属", Today.AddDays(-3), RecusalState.Recused, Today.AddDays(-1)));
        _rows.Clock.Advance(TimeSpan.FromDays(16));

        Assert.Empty((await _rows.Home(_rows.Me).GetAsync(Stop)).Waiting);
    }

    [Fact]
    public async Task A_finding_says_how_far_it_has_come_and_what_is_next_by_when()
    {
        var id = await _rows.FileAsync(_rows.Me);
        var submitted = Assert.Single((await _rows.Home(_rows.Me).GetAsync(Stop)).Findings);
        await _rows.HandleAsync(id, _rows.FeedBack);
        var answered = Assert.Single((await _rows.Home(_rows.Me).GetAsync(Stop)).Findings);

        Assert.Equal((1, new DateOnly(2026, 11, 26)), (submitted.Step, submitted.NextBy));
        Assert.Equal((4, null), (answered.Step, answered.NextBy));
    }

    [Fact]
    public async Task What_the_person_has_stepped_aside_from_is_not_there_nor_counted()
    {
        await _rows.HandleAsync(await _rows.FileAsync(_rows.Me), _rows.Ask);
        _rows.Invite(_rows.Me, "明察", Today.AddDays(4), ParticipationState.Recused);
        _rows.Recuse(_rows.Me, RecusalMatter.Of(_rows.Pension));

        var home = await _rows.Home(_rows.Me).GetAsync(Stop);

        Assert.Equal((0, 0, 0, 0), (home.Waiting.Count, home.Coming.Count, home.Findings.Count, home.FindingCount));
        Assert.Equal(["株洲市养老经办中心"], home.Recusals.Select(r => r.Matter));
    }

    [Fact]
    public async Task Each_supervisor_is_handed_their_own_score_only()
    {
        var before = await _rows.Score(_rows.Me).GetAsync(Stop);
        _rows.Scores.Publish(new ScoresOfYear(_rows.Clock.GetUtcNow(), new Dictionary<PersonId, MyScore>
        {
            [_rows.Other] = new(2026, new Score(9125), SourceCategory.PublicRepresentative, 1, 2, []),
        }));

        Assert.False(before.Counted);
        Assert.Equal(new ScoreOnHome(true, null), await _rows.Score(_rows.Me).GetAsync(Stop));
        Assert.Equal(9125, (await _rows.Score(_rows.Other).GetAsync(Stop)).Score!.Total.Hundredths);
    }

    [Fact]
    public async Task The_home_is_a_supervisors()
    {
        foreach (var acting in new[] { Acting.Administrator(), Acting.Leadership() })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => new MyHomeService(_rows.Db, _rows.Office, acting.Guard(), _rows.Clock).GetAsync(Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => new MyScoreService(_rows.Scores, acting.Guard()).GetAsync(Stop));
        }
    }
}

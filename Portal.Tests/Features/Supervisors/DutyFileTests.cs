using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Inactivity;
using Portal.Features.Supervisors;
using Portal.Tests.Features.Terms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Supervisors;

/// <summary>履职台账: put together from the rows, for the register and for the person, and for nobody more than they may know.</summary>
public sealed class DutyFileTests : IDisposable
{
    private readonly OfficeLife _life = new();
    private readonly PersonId _person;
    private readonly AgencyId _agency;

    public DutyFileTests()
    {
        _agency = _life.Office.Agency("AG01", "甲机构");
        _person = _life.Office.Supervisor("旷样田", SourceCategory.PublicRepresentative, new DateOnly(2025, 5, 8), new DateOnly(2028, 5, 7), card: "ZZ-2025-0001");
    }

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private DateOnly Today => _life.Today;

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task It_holds_the_whole_life_of_an_office_year_by_year()
    {
        Attend("2025-01", "培训班", new DateOnly(2025, 6, 1), ActivityKind.Training, ParticipationState.Attended);
        Attend("2026-01", "座谈会", new DateOnly(2026, 3, 1), ActivityKind.Meeting, ParticipationState.Absent);
        _life.Office.Finding("WT-2026-0001", _person, _agency, FindingState.Closed, on: new DateOnly(2026, 4, 1));
        _life.Office.Recuse(_person, RecusalMatter.Of(_agency));
        await _life.Terms().ChangeGroupAsync(_person, SourceCategory.GrassrootsWorker, "调入社区工作", Cancel);
        await _life.As<LeaveService>(_life.Clerk).GrantAsync(_person, Today.AddDays(10), Today.AddDays(40), "外出学习", Cancel);
        await _life.Cards().ReportLostAsync(_life.CardOf(_person).Id, _life.CardOf(_person).Version, Today, Cancel);

        var file = (await Files(_life.Clerk).GetAsync(_person, Cancel))!;

        Assert.Equal([2026, 2025], file.Years.Select(y => y.Year));
        Assert.Equal([(1, 1), (1, 0)], file.Years.Select(y => (y.Activities.Count, y.Findings.Count)));
        Assert.Equal("调入社区工作", Assert.Single(Assert.Single(file.Terms).Groups).Reason);
        Assert.Equal((CardState.Lost, Today), Assert.Single(file.Cards.Select(c => (c.State, c.LostOn!.Value))));
        Assert.Equal("甲机构", Assert.Single(file.Recusals).Matter);
        Assert.Equal(new LeaveDays(Today.AddDays(10), Today.AddDays(40)), Assert.Single(file.Leaves));
        Assert.Empty(file.Dismissals);
    }

    [Fact]
    public async Task The_supervisor_reads_their_own_and_leadership_reads_it_without_who_reported_what()
    {
        Attend("2026-01", "座谈会", new DateOnly(2026, 3, 1), ActivityKind.Meeting, ParticipationState.Attended);
        _life.Office.Finding("WT-2026-0001", _person, _agency, FindingState.Closed, on: new DateOnly(2026, 4, 1));
        _life.Office.Finding("WT-2026-0002", _life.Office.Supervisor("龙拟秋"), _agency);

        var own = (await Files(Acting.Supervisor(_person)).MineAsync(Cancel))!;
        var leaderships = (await Files(_life.Leader).GetAsync(_person, Cancel))!;

        Assert.Equal(["WT-2026-0001"], own.Years.SelectMany(y => y.Findings).Select(f => f.Number));
        Assert.True(own.FindingsKnown);
        Assert.Empty(leaderships.Years.SelectMany(y => y.Findings));
        Assert.False(leaderships.FindingsKnown);
        Assert.Equal(own.Years[0].Activities, leaderships.Years[0].Activities);
    }

    [Fact]
    public async Task What_a_reader_steps_aside_from_and_visits_to_come_are_not_in_it()
    {
        var visit = _life.Office.Activity("2026-09", "暗访", Today.AddDays(5), ActivityState.Published, ActivityKind.Supervision, SupervisionMode.UnannouncedVisit, _agency);
        _life.Office.Invite(visit, _person);
        Assert.Equal(["暗访"], Titles(await Files(_life.Clerk).GetAsync(_person, Cancel)));
        Assert.Equal(["暗访"], Titles(await Files(Acting.Supervisor(_person)).MineAsync(Cancel)));
        Assert.Empty(Titles(await Files(_life.Leader).GetAsync(_person, Cancel)));

        _life.Office.Recuse(_life.Clerk.Person, RecusalMatter.Of(_agency));

        Assert.Empty(Titles(await Files(_life.Clerk).GetAsync(_person, Cancel)));
    }

    [Fact]
    public async Task A_dismissal_is_in_the_persons_own_file_once_it_is_decided()
    {
        var id = await _life.Dismissals().DraftAsync(
            _person, new Portal.Features.Dismissals.DismissalForm { Ground = DismissalGround.WorkOrHealth, Facts = "调往外地工作" }, Cancel);

        Assert.Single((await Files(_life.Clerk).GetAsync(_person, Cancel))!.Dismissals);
        Assert.Empty((await Files(Acting.Supervisor(_person)).MineAsync(Cancel))!.Dismissals);
        Assert.NotEqual(default, id);
    }

    [Fact]
    public async Task Each_year_of_office_has_its_score_and_whoever_never_held_office_has_no_file()
    {
        var scores = await Files(_life.Clerk).ScoresAsync(_person, Cancel);

        Assert.Equal([(2026, true), (2025, false)], scores.Select(s => (s.Year, s.Provisional)));
        Assert.Equal(scores, await Files(Acting.Supervisor(_person)).MyScoresAsync(Cancel));
        Assert.Null(await Files(_life.Clerk).GetAsync(_life.Clerk.Person, Cancel));
    }

    private static IEnumerable<string> Titles(DutyFile? file) => file!.Years.SelectMany(y => y.Activities).Select(a => a.Title);

    private void Attend(string number, string title, DateOnly on, ActivityKind kind, ParticipationState state) =>
        _life.Office.Invite(_life.Office.Activity(number, title, on, ActivityState.Completed, kind), _person, state);

    private DutyFileService Files(Acting acting) => _life.As<DutyFileService>(acting);
}

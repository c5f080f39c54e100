using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Recusals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recusals;

public sealed class RecusalServiceTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly PersonId _supervisor;
    private readonly AgencyId _agency;
    private readonly ActivityId _visit;

    public RecusalServiceTests()
    {
        _supervisor = _office.Supervisor("谭示安");
        _agency = _office.Agency("AG01", "第一经办机构");
        _visit = _office.Activity("2026-20", "第一次明察", SmallOffice.Today.AddDays(5), agencies: _agency);
        _office.Invite(_visit, _supervisor, ParticipationState.Accepted);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_declaration_takes_effect_at_once_and_frees_the_seat_in_coming_activities()
    {
        await AsSupervisor().DeclareAsync(Form(), Cancel);

        Assert.Equal(RecusalState.Declared, await StateAsync());
        Assert.Equal(ParticipationState.Recused, await PartAsync());
    }

    [Fact]
    public async Task Whoever_need_not_step_aside_is_invited_again_and_told_why()
    {
        var id = await AsSupervisor().DeclareAsync(Form(), Cancel);

        await AsStaff(PortalRole.Administrator).DeclineAsync(id, "与窗口无关", Cancel);

        Assert.Equal(ParticipationState.Invited, await PartAsync());
        var mine = Assert.Single(await AsSupervisor().MineAsync(Cancel));
        Assert.Equal(("与窗口无关", RecusalState.NotRequired), (mine.DecisionReason, mine.State));
    }

    [Fact]
    public async Task A_second_recusal_from_the_same_visit_keeps_the_person_out()
    {
        var id = await AsSupervisor().DeclareAsync(Form(), Cancel);
        await AsSupervisor().DeclareAsync(new RecusalForm { Kind = RecusalMatterKind.Activity, Matter = _visit.Value, Ground = RecusalGround.OtherFairness, Explanation = "同学" }, Cancel);

        await AsStaff(PortalRole.Administrator).DeclineAsync(id, "无关", Cancel);

        Assert.Equal(ParticipationState.Recused, await PartAsync());
    }

    [Fact]
    public async Task The_same_matter_is_declared_once()
    {
        await AsSupervisor().DeclareAsync(Form(), Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => AsSupervisor().DeclareAsync(Form(), Cancel));

        Assert.Equal(RecusalRules.AlreadyDeclared(), refused.Violation);
        await using var db = _office.Db.CreateDbContext();
        Assert.Single(db.Recusals);
    }

    [Fact]
    public async Task Two_clerks_cannot_both_decide()
    {
        var id = await AsSupervisor().DeclareAsync(Form(), Cancel);
        await AsStaff(PortalRole.Administrator).AcceptAsync(id, Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => AsStaff(PortalRole.Administrator).DeclineAsync(id, "late", Cancel));

        Assert.Equal("Recusal_AlreadyDecided", refused.Violation.Code);
        Assert.Equal(RecusalState.Recused, await StateAsync());
    }

    [Theory]
    [InlineData(RecusalFilter.Pending, 1)]
    [InlineData(RecusalFilter.InEffect, 1)]
    [InlineData(RecusalFilter.Done, 0)]
    [InlineData(null, 1)]
    public async Task A_list_shows_what_its_filter_says(RecusalFilter? filter, int expected)
    {
        await AsSupervisor().DeclareAsync(Form(), Cancel);

        var list = await AsStaff(PortalRole.Leadership).ListAsync(filter, new Paging(), Cancel);

        Assert.Equal((expected, expected), (list.Total, list.Rows.Count));
        Assert.All(list.Rows, row => Assert.Equal(("谭示安", "第一经办机构"), (row.PersonName, row.Matter)));
    }

    [Theory]
    [InlineData("person")]
    [InlineData("filed")]
    [InlineData("state")]
    public async Task A_list_is_ordered_as_asked_and_an_export_holds_the_same_rows(string sort)
    {
        await AsSupervisor().DeclareAsync(Form(), Cancel);
        var other = _office.Supervisor("丁拟荞");
        await As(new Acting(PortalRole.Supervisor, other)).DeclareAsync(Form(), Cancel);

        var up = await AsStaff(PortalRole.Administrator).ListAsync(null, new Paging(1, sort), Cancel);
        var down = await AsStaff(PortalRole.Administrator).ListAsync(null, new Paging(1, sort, true), Cancel);
        var export = await AsStaff(PortalRole.Administrator).ExportAsync(null, new Paging(1, sort), Cancel);

        Assert.Equal(up.Rows, export);
        if (sort == "person")
        {
            Assert.Equal(["丁拟荞", "谭示安"], up.Rows.Select(r => r.PersonName));
            Assert.Equal(["谭示安", "丁拟荞"], down.Rows.Select(r => r.PersonName));
        }
    }

    [Fact]
    public async Task A_clerk_who_steps_aside_from_an_agency_finds_nobody_elses_recusal_of_it()
    {
        await AsSupervisor().DeclareAsync(Form(), Cancel);
        var clerk = _office.Staff(PortalRole.Administrator);
        _office.Recuse(clerk.Person, RecusalMatter.Of(_agency), RecusalState.Recused);

        Assert.Equal(1, (await As(clerk).ListAsync(null, new Paging(), Cancel)).Total);
        Assert.Equal(clerk.Person, Assert.Single((await As(clerk).ListAsync(null, new Paging(), Cancel)).Rows).Person);
    }

    private RecusalForm Form() => new() { Kind = RecusalMatterKind.Agency, Matter = _agency.Value, Ground = RecusalGround.OwnInterest, Explanation = "本人正在申请待遇" };

    private RecusalService AsSupervisor() => As(new Acting(PortalRole.Supervisor, _supervisor));

    private RecusalService AsStaff(PortalRole role) => As(_office.Staff(role));

    private RecusalService As(Acting acting) => new(_office.Db, _office.Db.Work, acting.Guard(), _office.Db.Views, _office.Clock);

    private async Task<RecusalState> StateAsync()
    {
        await using var db = _office.Db.CreateDbContext();
        return (await db.Recusals.SingleAsync(Cancel)).State;
    }

    private async Task<ParticipationState> PartAsync()
    {
        await using var db = _office.Db.CreateDbContext();
        return (await db.Participations.SingleAsync(p => p.Activity == _visit && p.Person == _supervisor, Cancel)).State;
    }
}

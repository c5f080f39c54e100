using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Recusals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recusals;

public sealed class RecusalScopeTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly PersonId _supervisor;
    private readonly AgencyId _agency;
    private readonly AgencyId _other;

    public RecusalScopeTests()
    {
        _supervisor = _office.Supervisor("示例甲");
        _agency = _office.Agency("A01", "示例机构一");
        _other = _office.Agency("A02", "示例机构二");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Who_steps_aside_from_a_matter_decides_no_recusal_from_it()
    {
        var clerk = _office.Staff(PortalRole.Administrator);
        _office.Recuse(clerk.Person, RecusalMatter.Of(_agency));
        _office.Recuse(_supervisor, RecusalMatter.Of(_agency), RecusalState.Declared);
        var id = IdOf(_supervisor);

        await Assert.ThrowsAsync<AccessDeniedException>(() => As(clerk).AcceptAsync(id, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => As(clerk).DeclineAsync(id, "没有关系", Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => As(clerk).LiftAsync(id, "已经结束", Stop));
        Assert.Equal(RecusalState.Declared, StateOf(id));
    }

    [Fact]
    public async Task Nobody_decides_their_own_recusal_and_is_told_why()
    {
        var clerk = _office.Staff(PortalRole.Administrator);
        _office.Recuse(clerk.Person, RecusalMatter.Of(_agency), RecusalState.Declared);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => As(clerk).AcceptAsync(IdOf(clerk.Person), Stop));

        Assert.Equal(RecusalRules.DecidedByDeclarant().Code, refused.Violation.Code);
    }

    [Fact]
    public async Task Leadership_does_not_read_off_a_recusal_who_reported_a_finding()
    {
        var finding = _office.Finding("WT-2026-0001", _supervisor, _agency);
        _office.Recuse(_supervisor, RecusalMatter.Of(finding));
        var id = IdOf(_supervisor);
        var leader = As(_office.Staff(PortalRole.Leadership));

        Assert.Empty((await leader.ListAsync(null, new Paging(), Stop)).Rows);
        Assert.Empty(await leader.ExportAsync(null, new Paging(), Stop));
        Assert.Null(await leader.GetAsync(id, Stop));
        Assert.NotNull(await As(_office.Staff(PortalRole.Administrator)).GetAsync(id, Stop));
    }

    [Fact]
    public async Task An_activity_that_is_not_published_is_not_offered_to_step_aside_from()
    {
        var planned = _office.Activity("2026-90", "暗访示例机构", state: ActivityState.Draft, mode: SupervisionMode.UnannouncedVisit, agencies: _agency);
        _office.Invite(planned, _supervisor);
        var mine = As(Acting.Supervisor(_supervisor));

        Assert.Empty((await mine.ChoicesAsync(Stop)).Activities);
        await Assert.ThrowsAsync<AccessDeniedException>(() => mine.DeclareAsync(Form(RecusalMatterKind.Activity, planned.Value), Stop));
    }

    [Theory]
    [InlineData(RecusalMatterKind.Agency)]
    [InlineData(RecusalMatterKind.Activity)]
    [InlineData(RecusalMatterKind.Finding)]
    public async Task What_was_not_offered_cannot_be_declared(RecusalMatterKind kind)
    {
        var another = _office.Supervisor("示例乙");
        var visit = _office.Activity("2026-91", "走访", agencies: _agency);
        _office.Invite(visit, another);
        var finding = _office.Finding("WT-2026-0002", another, _agency);
        var matter = kind switch
        {
            RecusalMatterKind.Activity => visit.Value,
            RecusalMatterKind.Finding => finding.Value,
            _ => Guid.CreateVersion7(),
        };

        await Assert.ThrowsAsync<AccessDeniedException>(() => As(Acting.Supervisor(_supervisor)).DeclareAsync(Form(kind, matter), Stop));
        Assert.Equal(0, _office.Read(db => db.Recusals.Count()));
    }

    [Fact]
    public async Task Of_two_declarations_of_the_same_one_is_refused_in_the_words_of_the_rule()
    {
        var mine = As(Acting.Supervisor(_supervisor));
        var form = Form(RecusalMatterKind.Agency, _agency.Value);
        await mine.DeclareAsync(form, Stop);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => mine.DeclareAsync(form, Stop));

        Assert.Equal(RecusalRules.AlreadyDeclared().Code, refused.Violation.Code);
    }

    [Fact]
    public async Task A_recusal_that_ends_brings_back_the_invitations_it_kept_away_and_no_others()
    {
        var here = Stood("2026-92", _agency, ActivityState.Published);
        var elsewhere = Stood("2026-93", _other, ActivityState.Published);
        var over = Stood("2026-94", _agency, ActivityState.Completed);
        _office.Recuse(_supervisor, RecusalMatter.Of(_agency), RecusalState.Declared);

        await As(_office.Staff(PortalRole.Administrator)).DeclineAsync(IdOf(_supervisor), "没有利害关系", Stop);

        Assert.Equal(ParticipationState.Invited, PartIn(here));
        Assert.Equal(ParticipationState.Recused, PartIn(elsewhere));
        Assert.Equal(ParticipationState.Recused, PartIn(over));
    }

    private ActivityId Stood(string number, AgencyId agency, ActivityState state)
    {
        var activity = _office.Activity(number, "走访", state: state, agencies: agency);
        _office.Invite(activity, _supervisor, ParticipationState.Recused);
        return activity;
    }

    private static RecusalForm Form(RecusalMatterKind kind, Guid matter) =>
        new() { Kind = kind, Matter = matter, Ground = RecusalGround.OwnInterest, Explanation = "配偶在该机构工作" };

    private RecusalService As(Acting acting) => new(_office.Db, _office.Db.Work, acting.Guard(), _office.Db.Views, _office.Clock);

    private RecusalId IdOf(PersonId person) => _office.Read(db => db.Recusals.Single(r => r.Person == person).Id);

    private RecusalState StateOf(RecusalId id) => _office.Read(db => db.Recusals.Single(r => r.Id == id).State);

    private ParticipationState PartIn(ActivityId activity) => _office.Read(db => db.Participations.Single(p => p.Activity == activity).State);
}

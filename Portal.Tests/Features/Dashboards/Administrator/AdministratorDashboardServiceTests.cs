using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Dashboards.Administrator;
using Portal.Tests.Support;
using static Portal.Tests.Features.Dashboards.Administrator.SeededOffice;

namespace Portal.Tests.Features.Dashboards.Administrator;

public sealed class AdministratorDashboardServiceTests : IDisposable
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private readonly PortalDb _db = new();
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly SeededOffice _office = new();

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData(PortalRole.Supervisor)]
    [InlineData(PortalRole.Leadership)]
    public async Task Only_an_administrator_sits_down_at_the_desk(PortalRole role)
    {
        var recusal = _office.Declared(_office.Author, RecusalMatter.Of(_office.Agency("攸县经办机构")), Day(11, 20));
        _office.SaveTo(_db);
        var desk = Desk(new Acting(role, _office.Clerk));

        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.EnterAsync(Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.CountAsync(Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.AcceptAsync(recusal, Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.DeclineAsync(recusal, "无利害关系", Now));
        Assert.Equal(RecusalState.Declared, await StateAsync(recusal));
    }

    [Fact]
    public async Task Accepting_takes_the_person_out_of_the_coming_activity_and_declining_lets_them_back()
    {
        var agency = _office.Agency("攸县经办机构");
        var activity = _office.Activity("明察", Day(12, 5), ActivityKind.Supervision, ActivityState.Published, agency);
        _office.Part(activity, _office.Author, ParticipationState.Invited);
        var first = _office.Declared(_office.Author, RecusalMatter.Of(agency), Day(11, 20));
        var second = _office.Declared(_office.Author, RecusalMatter.Of(activity), Day(11, 21));
        _office.SaveTo(_db);
        var desk = Desk(new Acting(PortalRole.Administrator, _office.Clerk));

        await desk.AcceptAsync(first, Now);
        Assert.Equal((RecusalState.Recused, ParticipationState.Recused), (await StateAsync(first), await PartAsync()));

        // The other recusal still keeps the person out.
        await desk.DeclineAsync(second, "无利害关系", Now);
        Assert.Equal((RecusalState.NotRequired, ParticipationState.Recused), (await StateAsync(second), await PartAsync()));
    }

    [Fact]
    public async Task Nobody_decides_their_own_declaration()
    {
        var own = _office.Declared(_office.Clerk, RecusalMatter.Of(_office.Agency("攸县经办机构")), Day(11, 20));
        _office.SaveTo(_db);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Desk(new Acting(PortalRole.Administrator, _office.Clerk)).AcceptAsync(own, Now));

        Assert.Equal("Recusal_DecidedByDeclarant", refused.Violation.Code);
        Assert.Equal(RecusalState.Declared, await StateAsync(own));
    }

    [Fact]
    public async Task Declining_without_a_reason_is_refused_and_changes_nothing()
    {
        var recusal = _office.Declared(_office.Author, RecusalMatter.Of(_office.Agency("攸县经办机构")), Day(11, 20));
        _office.SaveTo(_db);

        await Assert.ThrowsAsync<RuleViolationException>(() => Desk(new Acting(PortalRole.Administrator, _office.Clerk)).DeclineAsync(recusal, " ", Now));

        Assert.Equal(RecusalState.Declared, await StateAsync(recusal));
    }

    [Fact]
    public async Task Whoever_steps_aside_decides_nothing_about_the_matter_and_cannot_tell_that_it_is_there()
    {
        var agency = _office.Agency("攸县经办机构");
        var recusal = _office.Declared(_office.Author, RecusalMatter.Of(agency), Day(11, 20));
        _office.Declared(_office.Clerk, RecusalMatter.Of(agency), Day(11, 20));
        _office.SaveTo(_db);
        var desk = Desk(new Acting(PortalRole.Administrator, _office.Clerk));

        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.AcceptAsync(recusal, Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.AcceptAsync(RecusalId.New(), Now));
        Assert.Equal(RecusalState.Declared, await StateAsync(recusal));
    }

    [Fact]
    public async Task The_count_for_a_reader_leaves_out_what_they_step_aside_from()
    {
        var agency = _office.Agency("攸县经办机构");
        _office.Submitted(agency, Day(11, 20));
        _office.Declared(_office.Clerk, RecusalMatter.Of(agency), Day(11, 20));
        _office.SaveTo(_db);

        Assert.Equal(0, (await Desk(new Acting(PortalRole.Administrator, _office.Clerk)).CountAsync(Now)).Figures.OpenFindings);
        Assert.Equal(1, (await Desk(Acting.Administrator()).CountAsync(Now)).Figures.OpenFindings);
    }

    private AdministratorDashboardService Desk(Acting acting) =>
        new(_db, _db.Work, acting.Guard(), _db.Views, new AdministratorSnapshotQuery(_db, new OfficeFacts(_db), _clock), _clock);

    private async Task<RecusalState> StateAsync(RecusalId id)
    {
        await using var db = _db.CreateDbContext();
        return await db.Recusals.Where(r => r.Id == id).Select(r => r.State).SingleAsync(Now);
    }

    private async Task<ParticipationState> PartAsync()
    {
        await using var db = _db.CreateDbContext();
        return await db.Participations.Select(p => p.State).SingleAsync(Now);
    }
}

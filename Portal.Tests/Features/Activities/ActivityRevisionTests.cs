using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Activities;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Activities;

/// <summary>What is changed between planning and beginning, and what it does to those invited (domain.md A2.10).</summary>
public sealed class ActivityRevisionTests : IDisposable
{
    private static readonly DateOnly s_day = new(2026, 12, 1);
    private readonly SmallOffice _office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Facts_are_changed_and_answers_stay_while_the_day_stays()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        var person = _office.Supervisor("甲");
        _office.Invite(id, person, ParticipationState.Accepted);

        await Service().ReviseAsync(id, Version(id), Form("研讨", s_day, capacity: 3), Cancel);

        Assert.Equal(("研讨", 3, ParticipationState.Accepted), _office.Read(db => (db.Activities.Single().Title, db.Activities.Single().Capacity, db.Participations.Single().State)));
    }

    [Fact]
    public async Task Another_day_asks_everybody_anew_and_frees_who_is_not_in_office_then()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        var (stays, ends, recused) = (_office.Supervisor("甲"), _office.Supervisor("乙", from: new DateOnly(2023, 12, 5), until: new DateOnly(2026, 12, 4)), _office.Supervisor("丙"));
        _office.Invite(id, stays, ParticipationState.Excused);
        _office.Invite(id, ends, ParticipationState.Accepted);
        _office.Invite(id, recused, ParticipationState.Recused);
        _office.Recuse(recused, RecusalMatter.Of(id));

        await Service().ReviseAsync(id, Version(id), Form("例会", s_day.AddDays(10)), Cancel);

        Assert.Equal(
            (ParticipationState.Invited, ParticipationState.Void, ParticipationState.Recused),
            (Part(id, stays), Part(id, ends), Part(id, recused)));
    }

    [Fact]
    public async Task Another_agency_takes_out_who_is_recused_from_it_and_lets_back_in_who_no_longer_is()
    {
        var (old, added) = (_office.Agency("AG01", "甲机构"), _office.Agency("AG02", "乙机构"));
        var id = _office.Activity("2026-01", "明察", s_day, agencies: old);
        var (a, b) = (_office.Supervisor("甲"), _office.Supervisor("乙"));
        _office.Invite(id, a, ParticipationState.Recused);
        _office.Invite(id, b, ParticipationState.Accepted);
        _office.Recuse(a, RecusalMatter.Of(old));
        _office.Recuse(b, RecusalMatter.Of(added));

        await Service().ReviseAsync(id, Version(id), Form("明察", s_day, ActivityKind.Supervision, agencies: added), Cancel);

        Assert.Equal((ParticipationState.Invited, ParticipationState.Recused), (Part(id, a), Part(id, b)));
    }

    [Theory]
    [InlineData(ActivityState.InProgress)]
    [InlineData(ActivityState.Completed)]
    [InlineData(ActivityState.Cancelled)]
    public async Task What_has_begun_or_ended_is_neither_changed_nor_added_to(ActivityState state)
    {
        var id = _office.Activity("2026-01", "例会", s_day, state);
        var person = _office.Supervisor("甲");

        var change = await Assert.ThrowsAsync<RuleViolationException>(() => Service().ReviseAsync(id, Version(id), Form("研讨", s_day), Cancel));
        var invite = await Assert.ThrowsAsync<RuleViolationException>(() => Service().InviteAsync(id, [person], Cancel));

        Assert.Equal(("Activity_WrongState", "Activity_WrongState"), (change.Violation.Code, invite.Violation.Code));
        Assert.Equal(("例会", 0), _office.Read(db => (db.Activities.Single().Title, db.Participations.Count())));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        var read = Version(id);
        await Service().ReviseAsync(id, read, Form("研讨", s_day), Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Service().ReviseAsync(id, read, Form("培训", s_day), Cancel));

        Assert.Equal("研讨", _office.Read(db => db.Activities.Single().Title));
    }

    [Fact]
    public async Task Places_cannot_be_fewer_than_those_taken()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        _office.Invite(id, _office.Supervisor("甲"));
        _office.Invite(id, _office.Supervisor("乙"));
        _office.Invite(id, _office.Supervisor("丙"), ParticipationState.Excused);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Service().ReviseAsync(id, Version(id), Form("例会", s_day, capacity: 1), Cancel));

        Assert.Equal(ActivityRules.CapacityBelowTaken(2).Arguments, refused.Violation.Arguments);
        await Service().ReviseAsync(id, Version(id), Form("例会", s_day, capacity: 2), Cancel);

        // On another day whoever was excused is invited again, and takes a place.
        refused = await Assert.ThrowsAsync<RuleViolationException>(() => Service().ReviseAsync(id, Version(id), Form("例会", s_day.AddDays(10), capacity: 2), Cancel));
        Assert.Equal(ActivityRules.CapacityBelowTaken(3).Arguments, refused.Violation.Arguments);
        Assert.Equal(s_day, _office.Read(db => db.Activities.Single().Date));
        await Service().ReviseAsync(id, Version(id), Form("例会", s_day.AddDays(10), capacity: 3), Cancel);
    }

    [Fact]
    public async Task Further_people_are_invited_up_to_the_places_there_are_all_or_none()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        var (a, b, c) = (_office.Supervisor("甲"), _office.Supervisor("乙"), _office.Supervisor("丙"));
        await Service().ReviseAsync(id, Version(id), Form("例会", s_day, capacity: 2), Cancel);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Service().InviteAsync(id, [a, b, c], Cancel));
        Assert.Equal(("Activity_Full", 0), (refused.Violation.Code, _office.Read(db => db.Participations.Count())));

        await Service().InviteAsync(id, [a, b], Cancel);
        Assert.Equal("Activity_Full", (await Service().CandidatesAsync(id, Cancel))!.People.Single().WhyNot!.Code);
        Assert.Equal(0, (await Service().CandidatesAsync(id, Cancel))!.PlacesLeft);
    }

    [Fact]
    public async Task Nobody_is_invited_twice_or_while_recused_or_out_of_office()
    {
        var id = _office.Activity("2026-01", "例会", s_day);
        var (invited, recused, ended) = (_office.Supervisor("甲"), _office.Supervisor("乙"), _office.Supervisor("丙", until: s_day.AddDays(-1)));
        _office.Invite(id, invited);
        _office.Recuse(recused, RecusalMatter.Of(id));

        Assert.Equal("Activity_AlreadyInvited", (await Assert.ThrowsAsync<RuleViolationException>(() => Service().InviteAsync(id, [invited], Cancel))).Violation.Code);
        Assert.Equal("Activity_InviteeRecused", (await Assert.ThrowsAsync<RuleViolationException>(() => Service().InviteAsync(id, [recused], Cancel))).Violation.Code);
        Assert.Equal("Activity_InviteeNotInOffice", (await Assert.ThrowsAsync<RuleViolationException>(() => Service().InviteAsync(id, [ended], Cancel))).Violation.Code);
    }

    [Fact]
    public async Task Another_activity_on_the_day_is_pointed_out_and_refuses_nothing()
    {
        var (id, other) = (_office.Activity("2026-01", "例会", s_day), _office.Activity("2026-02", "培训", s_day));
        var cancelled = _office.Activity("2026-03", "参观", s_day, ActivityState.Cancelled);
        var (a, b) = (_office.Supervisor("甲"), _office.Supervisor("乙"));
        _office.Invite(other, a, ParticipationState.Accepted);
        _office.Invite(cancelled, b);

        var candidates = (await Service().CandidatesAsync(id, Cancel))!.People;
        await Service().InviteAsync(id, [a], Cancel);

        Assert.Equal([null, "培训"], candidates.OrderBy(c => c.SameDay, StringComparer.Ordinal).Select(c => c.SameDay));
        Assert.Equal(ParticipationState.Invited, Part(id, a));
    }

    [Fact]
    public async Task Who_is_recused_from_an_activity_finds_nothing_of_it_not_even_as_another_one_of_the_day()
    {
        var (id, hidden) = (_office.Activity("2026-01", "例会", s_day), _office.Activity("2026-02", "不能知道的", s_day));
        _office.Invite(hidden, _office.Supervisor("甲"));
        var clerk = _office.Staff(PortalRole.Administrator);
        _office.Recuse(clerk.Person, RecusalMatter.Of(hidden));
        var service = new ActivityRevisionService(_office.Db, _office.Db.Work, clerk.Guard(), _office.Clock);

        Assert.Null((await service.CandidatesAsync(id, Cancel))!.People.Single().SameDay);
        Assert.Null(await service.CandidatesAsync(hidden, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ReviseAsync(hidden, Version(hidden), Form("例会", s_day), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.InviteAsync(hidden, [], Cancel));
    }

    private static ActivityForm Form(string title, DateOnly day, ActivityKind kind = ActivityKind.Meeting, int? capacity = null, params AgencyId[] agencies) => new()
    {
        Title = title,
        Kind = kind,
        Mode = kind == ActivityKind.Supervision ? SupervisionMode.OpenVisit : null,
        Date = day,
        Capacity = capacity,
        Agencies = [.. agencies.Select(a => a.Value)],
    };

    private ActivityRevisionService Service() => new(_office.Db, _office.Db.Work, _office.Staff(PortalRole.Administrator).Guard(), _office.Clock);

    private int Version(ActivityId id) => _office.Read(db => db.Activities.Single(a => a.Id == id).Version);

    private ParticipationState Part(ActivityId id, PersonId person) => _office.Read(db => db.Participations.Single(p => p.Activity == id && p.Person == person).State);
}

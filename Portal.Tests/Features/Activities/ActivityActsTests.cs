using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Activities;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Activities;

/// <summary>The acts of domain.md A2.10, each with what refuses it; a refusal changes nothing.</summary>
public sealed class ActivityActsTests : IDisposable
{
    private static readonly DateOnly s_today = SmallOffice.Today;
    private readonly SmallOffice _office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task An_activity_goes_from_draft_to_completed()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.Draft);
        var person = _office.Supervisor("甲");
        _office.Invite(id, person);
        var service = Service();

        await service.PublishAsync(id, Cancel);
        await service.StartAsync(id, Cancel);
        await service.RecordAttendanceAsync(id, Marks((person, ParticipationState.Attended)), Cancel);
        await service.CompleteAsync(id, Cancel);

        Assert.Equal((ActivityState.Completed, ParticipationState.Attended), (StateOf(id), PartOf(id, person)));
    }

    [Theory]
    [InlineData(ActivityState.Published, "publish")]
    [InlineData(ActivityState.Completed, "publish")]
    [InlineData(ActivityState.Draft, "start")]
    [InlineData(ActivityState.InProgress, "start")]
    [InlineData(ActivityState.Draft, "complete")]
    [InlineData(ActivityState.Cancelled, "complete")]
    [InlineData(ActivityState.InProgress, "cancel")]
    [InlineData(ActivityState.Completed, "cancel")]
    [InlineData(ActivityState.Draft, "record")]
    [InlineData(ActivityState.Completed, "record")]
    public async Task A_wrong_state_is_refused_and_nothing_is_changed(ActivityState state, string act)
    {
        var id = _office.Activity("2026-01", "例会", state: state);
        var person = _office.Supervisor("甲");
        _office.Invite(id, person, ParticipationState.Accepted);
        var service = Service();

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => act switch
        {
            "publish" => service.PublishAsync(id, Cancel),
            "start" => service.StartAsync(id, Cancel),
            "complete" => service.CompleteAsync(id, Cancel),
            "record" => service.RecordAttendanceAsync(id, Marks((person, ParticipationState.Absent)), Cancel),
            _ => service.CancelAsync(id, "下雨", Cancel),
        });

        Assert.Equal("Activity_WrongState", refused.Violation.Code);
        Assert.Equal((state, ParticipationState.Accepted), (StateOf(id), PartOf(id, person)));
    }

    [Fact]
    public async Task Completing_is_refused_until_everybody_is_recorded()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        foreach (var (state, i) in new[] { ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested, ParticipationState.Excused, ParticipationState.Recused, ParticipationState.Attended }.Select((s, i) => (s, i)))
        {
            _office.Invite(id, _office.Supervisor($"示例{i}"), state);
        }

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Service().CompleteAsync(id, Cancel));

        Assert.Equal(ActivityRules.AttendanceMissing(3).Arguments, refused.Violation.Arguments);
        Assert.Equal(ActivityState.InProgress, StateOf(id));
        Assert.Equal("Activity_AttendanceMissing", (await Service().GetAsync(id, Cancel))!.Acts!.WhyNotComplete!.Code);
    }

    [Fact]
    public async Task Cancelling_frees_everybody()
    {
        var id = _office.Activity("2026-01", "例会");
        var (a, b) = (_office.Supervisor("甲"), _office.Supervisor("乙"));
        _office.Invite(id, a, ParticipationState.Accepted);
        _office.Invite(id, b, ParticipationState.Recused);

        await Service().CancelAsync(id, "机构搬迁", Cancel);

        Assert.Equal((ParticipationState.Void, ParticipationState.Void), (PartOf(id, a), PartOf(id, b)));
        Assert.Equal("机构搬迁", (await Service().GetAsync(id, Cancel))!.CancelReason);
    }

    [Fact]
    public async Task Cancelling_without_a_reason_is_refused_and_nobody_is_freed()
    {
        var id = _office.Activity("2026-01", "例会");
        var person = _office.Supervisor("甲");
        _office.Invite(id, person);

        await Assert.ThrowsAsync<RuleViolationException>(() => Service().CancelAsync(id, " ", Cancel));

        Assert.Equal((ActivityState.Published, ParticipationState.Invited), (StateOf(id), PartOf(id, person)));
    }

    [Fact]
    public async Task Marks_are_all_kept_or_none()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        var (a, b) = (_office.Supervisor("甲"), _office.Supervisor("乙"));
        _office.Invite(id, a);
        _office.Invite(id, b, ParticipationState.Recused);

        await Assert.ThrowsAsync<RuleViolationException>(() => Service().RecordAttendanceAsync(id, Marks((a, ParticipationState.Attended), (b, ParticipationState.Absent)), Cancel));

        Assert.Equal((ParticipationState.Invited, ParticipationState.Recused), (PartOf(id, a), PartOf(id, b)));
    }

    [Fact]
    public async Task Nobody_is_marked_who_was_not_invited()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.InProgress);

        await Assert.ThrowsAsync<AccessDeniedException>(() => Service().RecordAttendanceAsync(id, Marks((_office.Supervisor("甲"), ParticipationState.Attended)), Cancel));
    }

    [Fact]
    public async Task A_mark_can_be_put_right_while_the_activity_runs()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.InProgress);
        var person = _office.Supervisor("甲");
        _office.Invite(id, person, ParticipationState.Absent);

        await Service().RecordAttendanceAsync(id, Marks((person, ParticipationState.AttendedPartly)), Cancel);

        Assert.Equal(ParticipationState.AttendedPartly, PartOf(id, person));
    }

    [Fact]
    public async Task Leave_is_approved_or_refused_only_where_it_was_asked_for()
    {
        var id = _office.Activity("2026-01", "例会");
        var (a, b, c) = (_office.Supervisor("甲"), _office.Supervisor("乙"), _office.Supervisor("丙"));
        _office.Invite(id, a, ParticipationState.LeaveRequested);
        _office.Invite(id, b, ParticipationState.LeaveRequested);
        _office.Invite(id, c);
        var service = Service();

        await service.ApproveLeaveAsync(id, a, Cancel);
        await service.RefuseLeaveAsync(id, b, Cancel);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => service.ApproveLeaveAsync(id, c, Cancel));
        await Assert.ThrowsAsync<RuleViolationException>(() => service.RefuseLeaveAsync(id, a, Cancel));

        Assert.Equal("Activity_ParticipationWrongState", refused.Violation.Code);
        Assert.Equal((ParticipationState.Excused, ParticipationState.Accepted, ParticipationState.Invited), (PartOf(id, a), PartOf(id, b), PartOf(id, c)));
    }

    [Fact]
    public async Task An_absence_is_excused_afterwards_with_evidence_only()
    {
        var id = _office.Activity("2026-01", "例会", state: ActivityState.Completed);
        var (a, b) = (_office.Supervisor("甲"), _office.Supervisor("乙"));
        _office.Invite(id, a, ParticipationState.Absent);
        _office.Invite(id, b, ParticipationState.Attended);
        var service = Service();

        await Assert.ThrowsAsync<RuleViolationException>(() => service.ExcuseLaterAsync(id, a, "", Cancel));
        Assert.Equal(ParticipationState.Absent, PartOf(id, a));
        await service.ExcuseLaterAsync(id, a, "单位证明", Cancel);
        await Assert.ThrowsAsync<RuleViolationException>(() => service.ExcuseLaterAsync(id, b, "单位证明", Cancel));

        Assert.Equal((ParticipationState.Excused, ParticipationState.Attended), (PartOf(id, a), PartOf(id, b)));
    }

    [Fact]
    public async Task Only_administrators_act_and_what_they_are_recused_from_does_not_exist_for_them()
    {
        var agency = _office.Agency("AG01", "机构");
        var id = _office.Activity("2026-01", "明察", state: ActivityState.Draft, agencies: agency);
        var person = _office.Supervisor("甲");
        _office.Invite(id, person, ParticipationState.LeaveRequested);
        var recused = _office.Staff(PortalRole.Administrator);
        _office.Recuse(recused.Person, RecusalMatter.Of(agency));

        foreach (var acting in new[] { Acting.Leadership(), Acting.Supervisor(person), recused })
        {
            var service = Service(acting);
            foreach (var act in new Func<Task>[]
            {
                () => service.PublishAsync(id, Cancel),
                () => service.StartAsync(id, Cancel),
                () => service.CompleteAsync(id, Cancel),
                () => service.CancelAsync(id, "原因", Cancel),
                () => service.RecordAttendanceAsync(id, Marks((person, ParticipationState.Absent)), Cancel),
                () => service.ApproveLeaveAsync(id, person, Cancel),
                () => service.RefuseLeaveAsync(id, person, Cancel),
                () => service.ExcuseLaterAsync(id, person, "证明", Cancel),
                () => service.CreateAsync(Form(agency.Value), Cancel),
            })
            {
                await Assert.ThrowsAsync<AccessDeniedException>(act);
            }
        }

        await Assert.ThrowsAsync<AccessDeniedException>(() => Service(Acting.Leadership()).PreviewAsync(Form(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Service(Acting.Leadership()).AgencyChoicesAsync(Cancel));
        Assert.Equal((ActivityState.Draft, ParticipationState.LeaveRequested), (StateOf(id), PartOf(id, person)));
        Assert.Equal(1, _office.Read(db => db.Activities.Count()));
    }

    [Fact]
    public async Task Whole_groups_are_invited_and_whoever_is_left_out_is_named_with_the_reason()
    {
        var agency = _office.Agency("AG01", "机构");
        var day = s_today.AddDays(30);
        _office.Supervisor("甲");
        var recused = _office.Supervisor("乙");
        _office.Recuse(recused, RecusalMatter.Of(agency), RecusalState.Declared);
        _office.Supervisor("丙", until: day.AddDays(-1));
        _office.Supervisor("丁", SourceCategory.PublicRepresentative);
        _office.Supervisor("戊", from: s_today.AddYears(-3), until: s_today.AddDays(-1));
        _office.Supervisor("己", from: day);
        var form = Form(agency.Value);
        form.Date = day;

        var preview = await Service().PreviewAsync(form, Cancel);
        var planned = await Service().CreateAsync(form, Cancel);

        Assert.Equal(["己", "甲"], planned.Invitations.Invited.Select(i => i.Name));
        Assert.Equal([("丙", "Activity_InviteeNotInOffice"), ("乙", "Activity_InviteeRecused")], planned.Invitations.LeftOut.Select(l => (l.Name, l.Why.Code)).OrderBy(l => l.Name, StringComparer.Ordinal));
        Assert.Equal(planned.Invitations.Invited, preview.Invited);
        Assert.Equal(planned.Invitations.LeftOut.Select(l => l.Person), preview.LeftOut.Select(l => l.Person));
        var file = (await Service().GetAsync(planned.Id, Cancel))!;
        Assert.Equal(["己", "甲"], file.Invitees.Select(i => i.Name));
        Assert.Equal((ActivityState.Draft, 25, "2026-01"), (file.Row.State, file.HourTenths, file.Row.Number));
    }

    [Fact]
    public async Task Numbers_go_on_after_those_of_the_register_and_none_is_given_twice()
    {
        _office.Activity("2026-13", "从台账来的");
        _office.Activity("2025-40", "去年的");
        _office.Activity("2026-X", "编号特别的");
        _office.Supervisor("甲");

        var first = await Service().CreateAsync(Form(), Cancel);
        var second = await Service().CreateAsync(Form(), Cancel);
        _office.Activity("2026-20", "又从台账来的");
        var third = await Service().CreateAsync(Form(), Cancel);

        Assert.Equal(("2026-14", "2026-15", "2026-21"), (first.Number, second.Number, third.Number));
    }

    [Fact]
    public async Task A_number_is_taken_once_however_many_plan_at_the_same_time()
    {
        _office.Supervisor("甲");

        var planned = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Service().CreateAsync(Form(), Cancel), Cancel)));

        Assert.Equal(6, planned.Select(p => p.Number).Distinct().Count());
    }

    [Fact]
    public async Task Supervision_without_a_mode_or_an_agency_is_refused_and_takes_no_number()
    {
        var agency = _office.Agency("AG01", "机构");
        var noMode = Form(agency.Value);
        noMode.Mode = null;
        var noAgency = Form();
        noAgency.Kind = ActivityKind.Supervision;
        noAgency.Mode = SupervisionMode.Research;

        Assert.Equal("Activity_ModeMissing", (await Assert.ThrowsAsync<RuleViolationException>(() => Service().CreateAsync(noMode, Cancel))).Violation.Code);
        Assert.Equal("Activity_AgencyMissing", (await Assert.ThrowsAsync<RuleViolationException>(() => Service().CreateAsync(noAgency, Cancel))).Violation.Code);
        Assert.Equal((0, 0), _office.Read(db => (db.Activities.Count(), db.NumberSeries.Count())));
    }

    private static ActivityForm Form(params Guid[] agencies) => new()
    {
        Title = "年中例会",
        Kind = agencies.Length > 0 ? ActivityKind.Supervision : ActivityKind.Meeting,
        Mode = agencies.Length > 0 ? SupervisionMode.OpenVisit : null,
        Date = s_today.AddDays(7),
        Hours = 2.5m,
        Agencies = [.. agencies],
        Groups = [SourceCategory.GrassrootsWorker],
    };

    private static Dictionary<PersonId, ParticipationState> Marks(params (PersonId Person, ParticipationState State)[] marks) => marks.ToDictionary(m => m.Person, m => m.State);

    private ActivityService Service(Acting? acting = null) => new(_office.Db, _office.Db.Work, (acting ?? Acting.Administrator()).Guard(), _office.Db.Views, _office.Clock);

    private ActivityState StateOf(ActivityId id) => _office.Read(db => db.Activities.Single(a => a.Id == id).State);

    private ParticipationState PartOf(ActivityId id, PersonId person) => _office.Read(db => db.Participations.Single(p => p.Activity == id && p.Person == person).State);
}

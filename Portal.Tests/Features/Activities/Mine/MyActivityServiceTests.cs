using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Activities.Mine;
using Portal.Tests.Features.Dashboards.Supervisor;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Activities.Mine;

public sealed class MyActivityServiceTests : IDisposable
{
    private readonly TwoSupervisors _rows = new();

    private MyActivityService Mine => _rows.Activities(_rows.Me);

    public void Dispose() => _rows.Dispose();

    [Fact]
    public async Task Coming_activities_start_with_the_next_and_past_ones_with_the_last()
    {
        _rows.Invite(_rows.Me, "春天的", new(2026, 3, 2), ParticipationState.Attended, activityState: ActivityState.Completed);
        _rows.Invite(_rows.Me, "秋天的", new(2026, 9, 2), ParticipationState.Absent, activityState: ActivityState.Completed);
        _rows.Invite(_rows.Me, "年底的", new(2026, 12, 28));
        _rows.Invite(_rows.Me, "今天的", Today);
        _rows.Invite(_rows.Me, "还没发布的", Today.AddDays(5), activityState: ActivityState.Draft);

        var mine = await Mine.ListAsync(Stop);

        Assert.Equal(["今天的", "年底的"], mine.Coming.Select(r => r.Title));
        Assert.Equal(["秋天的", "春天的"], mine.Past.Select(r => r.Title));
        Assert.Equal(["株洲市养老经办中心"], mine.Coming[0].Agencies);
    }

    [Fact]
    public async Task An_unannounced_visit_is_known_only_to_those_invited()
    {
        _rows.Invite(_rows.Other, "暗访养老经办中心", Today.AddDays(3), mode: SupervisionMode.UnannouncedVisit);

        Assert.Empty((await Mine.ListAsync(Stop)).Coming);
        Assert.Single((await _rows.Activities(_rows.Other).ListAsync(Stop)).Coming);
    }

    [Fact]
    public async Task Whoever_has_stepped_aside_finds_nothing_of_the_activity()
    {
        var (_, part) = _rows.Invite(_rows.Me, "明察", Today.AddDays(3), ParticipationState.Recused);
        _rows.Recuse(_rows.Me, RecusalMatter.Of(_rows.Pension));

        Assert.Empty((await Mine.ListAsync(Stop)).Coming);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.AcceptAsync(part, Stop));
    }

    [Fact]
    public async Task An_invitation_is_accepted_and_leave_is_asked_for_with_a_reason()
    {
        var (_, part) = _rows.Invite(_rows.Me, "明察", Today.AddDays(3));

        await Mine.AcceptAsync(part, Stop);
        Assert.Equal(ParticipationState.Accepted, StateOf(part));
        await Mine.RequestLeaveAsync(part, " 出差 ", Stop);

        var row = Assert.Single((await Mine.ListAsync(Stop)).Coming);
        Assert.Equal((ParticipationState.LeaveRequested, "出差"), (row.State, row.Reason));
    }

    [Fact]
    public async Task Leave_on_the_day_itself_is_refused_and_changes_nothing()
    {
        var (_, part) = _rows.Invite(_rows.Me, "明察", Today, ParticipationState.Accepted);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Mine.RequestLeaveAsync(part, "出差", Stop));

        Assert.Equal("Activity_AlreadyBegun", refused.Violation.Code);
        Assert.Equal(ParticipationState.Accepted, StateOf(part));
        Assert.Equal("Activity_AlreadyBegun", Assert.Single((await Mine.ListAsync(Stop)).Coming).WhyNotLeave?.Code);
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else_and_missing_invitations_are_refused_alike()
    {
        var (_, part) = _rows.Invite(_rows.Other, "明察", Today.AddDays(3));

        foreach (var id in new[] { part, ParticipationId.New() })
        {
            Assert.Equal(AccessDenial.NotPermitted, (await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.AcceptAsync(id, Stop))).Denial);
            Assert.Equal(AccessDenial.NotPermitted, (await Assert.ThrowsAsync<AccessDeniedException>(() => Mine.RequestLeaveAsync(id, "出差", Stop))).Denial);
        }

        Assert.Equal(ParticipationState.Invited, StateOf(part));
    }

    private ParticipationState StateOf(ParticipationId part) => _rows.Read(db => db.Participations.Single(p => p.Id == part).State);
}

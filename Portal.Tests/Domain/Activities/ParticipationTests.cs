using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;

namespace Portal.Tests.Domain.Activities;

public sealed class ParticipationTests
{
    private static readonly DateOnly s_activityDay = AnActivity.OnDay;
    private static readonly DateOnly s_dayBefore = s_activityDay.AddDays(-1);

    private static readonly Dictionary<string, (Action<Participation> Do, ParticipationState[] From, ParticipationState To)> s_acts = new()
    {
        ["accept"] = (p => p.Accept(s_activityDay, s_dayBefore), [ParticipationState.Invited], ParticipationState.Accepted),
        ["request leave"] = (p => p.RequestLeave("ill", s_activityDay, s_dayBefore), [ParticipationState.Invited, ParticipationState.Accepted], ParticipationState.LeaveRequested),
        ["approve leave"] = (p => p.ApproveLeave(), [ParticipationState.LeaveRequested], ParticipationState.Excused),
        ["refuse leave"] = (p => p.RefuseLeave(), [ParticipationState.LeaveRequested], ParticipationState.Accepted),
        ["recuse"] = (p => p.Recuse(), [ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested], ParticipationState.Recused),
        ["attended"] = (p => p.RecordAttendance(ParticipationState.Attended), AttendanceFrom, ParticipationState.Attended),
        ["attended partly"] = (p => p.RecordAttendance(ParticipationState.AttendedPartly), AttendanceFrom, ParticipationState.AttendedPartly),
        ["absent"] = (p => p.RecordAttendance(ParticipationState.Absent), AttendanceFrom, ParticipationState.Absent),
        ["excuse later"] = (p => p.ExcuseLater("certificate"), [ParticipationState.Absent], ParticipationState.Excused),
    };

    // Whoever never answered is marked too; a mark may be corrected; leave and recusal stand.
    private static ParticipationState[] AttendanceFrom =>
    [
        ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested,
        ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent,
    ];

    public static TheoryData<ParticipationState, string> Cells() =>
        [.. Enum.GetValues<ParticipationState>().SelectMany(_ => s_acts.Keys, (state, act) => (state, act))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_act_leads_on_from_the_states_it_belongs_to_and_is_refused_in_every_other(ParticipationState state, string act)
    {
        var (perform, from, to) = s_acts[act];
        var participation = In(state);

        if (from.Contains(state))
        {
            perform(participation);
            Assert.Equal(to, participation.State);
        }
        else
        {
            Refused.By(ActivityRules.ParticipationWrongState(state), () => perform(participation));
            Assert.Equal(state, participation.State);
        }
    }

    [Fact]
    public void Article_17_only_who_is_in_office_on_the_day_is_invited()
    {
        Refused.By(ActivityRules.InviteeNotInOffice(s_activityDay), () => Invite(inOffice: false));
    }

    [Fact]
    public void Article_11_who_is_recused_is_not_invited()
    {
        Refused.By(ActivityRules.InviteeRecused(), () => Invite(recused: true));
    }

    [Fact]
    public void An_invitation_without_an_answer_counts_as_invited()
    {
        Assert.Equal(ParticipationState.Invited, Invite().State);
    }

    [Fact]
    public void An_invitation_can_be_accepted_on_the_day_itself_but_not_afterwards()
    {
        Assert.Null(Invite().WhyNotAccept(s_activityDay, s_activityDay));
        Refused.Same(ActivityRules.AlreadyBegun(s_activityDay), Invite().WhyNotAccept(s_activityDay, s_activityDay.AddDays(1)));
    }

    [Fact]
    public void Article_8_5_leave_is_asked_for_before_the_activity_begins()
    {
        Assert.Null(Invite().WhyNotRequestLeave(s_activityDay, s_dayBefore));
        Refused.Same(ActivityRules.AlreadyBegun(s_activityDay), Invite().WhyNotRequestLeave(s_activityDay, s_activityDay));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    public void Leave_has_a_reason(string reason)
    {
        var participation = Invite();

        Refused.By(ActivityRules.ReasonMissing(), () => participation.RequestLeave(reason, s_activityDay, s_dayBefore));
        Assert.Equal(ParticipationState.Invited, participation.State);
    }

    [Fact]
    public void Leave_once_asked_for_is_the_sections_to_answer()
    {
        var participation = In(ParticipationState.LeaveRequested);

        Refused.By(ActivityRules.ParticipationWrongState(ParticipationState.LeaveRequested), () => participation.Accept(s_activityDay, s_dayBefore));
        participation.RefuseLeave();

        Assert.Equal((ParticipationState.Accepted, "ill"), (participation.State, participation.Reason));
    }

    [Fact]
    public void A_later_excuse_needs_evidence_and_keeps_it()
    {
        var participation = In(ParticipationState.Absent);

        Refused.By(ActivityRules.ReasonMissing(), () => participation.ExcuseLater(" "));
        participation.ExcuseLater("certificate");

        Assert.Equal((ParticipationState.Excused, "certificate"), (participation.State, participation.Reason));
    }

    [Theory]
    [InlineData(ParticipationState.Excused)]
    [InlineData(ParticipationState.Recused)]
    [InlineData(ParticipationState.Invited)]
    [InlineData(ParticipationState.Void)]
    public void Attendance_is_present_partly_or_absent_and_nothing_else(ParticipationState mark)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Invite().RecordAttendance(mark));
    }

    [Theory]
    [InlineData(ParticipationState.Invited)]
    [InlineData(ParticipationState.Accepted)]
    [InlineData(ParticipationState.LeaveRequested)]
    [InlineData(ParticipationState.Excused)]
    public void A_cancelled_activity_voids_every_part_in_it(ParticipationState state)
    {
        var participation = In(state);

        participation.VoidByCancellation();

        Assert.Equal(ParticipationState.Void, participation.State);
    }

    [Fact]
    public void The_attendance_sheet_is_taken_over_and_corrected_as_it_stands()
    {
        var participation = Participation.FromRegister(ParticipationId.New(), ActivityId.New(), PersonId.New(), ParticipationState.Recused);
        Assert.Equal(ParticipationState.Recused, participation.State);

        participation.CorrectFromRegister(ParticipationState.Attended);

        Assert.Equal(ParticipationState.Attended, participation.State);
    }

    private static Participation Invite(bool inOffice = true, bool recused = false) =>
        Participation.Invite(ParticipationId.New(), AnActivity.In(ActivityState.Published), PersonId.New(), inOffice, recused, placesTaken: 0);

    private static Participation In(ParticipationState state)
    {
        var participation = Invite();
        switch (state)
        {
            case ParticipationState.Invited:
                break;
            case ParticipationState.Accepted:
                participation.Accept(s_activityDay, s_dayBefore);
                break;
            case ParticipationState.LeaveRequested:
                participation.RequestLeave("ill", s_activityDay, s_dayBefore);
                break;
            case ParticipationState.Excused:
                participation.RequestLeave("ill", s_activityDay, s_dayBefore);
                participation.ApproveLeave();
                break;
            case ParticipationState.Recused:
                participation.Recuse();
                break;
            case ParticipationState.Void:
                participation.VoidByCancellation();
                break;
            default:
                participation.RecordAttendance(state);
                break;
        }

        return participation;
    }
}

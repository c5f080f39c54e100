using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Activities;

/// <summary>One person's part in one activity, from invitation to attendance (Article 8 (5)). A row of its own, since a city keeps hundreds of thousands of them.</summary>
public sealed class Participation
{
    public const int ReasonLength = 500;

    private Participation()
    {
    }

    public ParticipationId Id { get; private set; }

    public ActivityId Activity { get; private set; }

    public PersonId Person { get; private set; }

    public ParticipationState State { get; private set; }

    /// <summary>Reason of a leave, or evidence for a later excuse.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether it takes one of the activity's places: whoever is excused, recused or freed leaves it to another.</summary>
    public bool TakesPlace => State is not (ParticipationState.Excused or ParticipationState.Recused or ParticipationState.Void);

    /// <summary>Invites a person to an activity.</summary>
    /// <exception cref="RuleViolationException">Not in office on the day (Article 17), recused (Article 11), no place left, or the activity is past inviting.</exception>
    public static Participation Invite(ParticipationId id, Activity activity, PersonId person, bool inOfficeOnTheDay, bool recused, int placesTaken)
    {
        Rule.Require(activity.WhyNotInvite(inOfficeOnTheDay, recused, placesTaken));
        return new Participation { Id = id, Activity = activity.Id, Person = person, State = ParticipationState.Invited };
    }

    /// <summary>Takes over a mark from the office's attendance sheet.</summary>
    public static Participation FromRegister(ParticipationId id, ActivityId activity, PersonId person, ParticipationState state) =>
        new() { Id = id, Activity = activity, Person = person, State = state };

    public void CorrectFromRegister(ParticipationState state) => State = state;

    public RuleViolation? WhyNotAccept(DateOnly activityDate, DateOnly today) =>
        State != ParticipationState.Invited ? ActivityRules.ParticipationWrongState(State)
        : today > activityDate ? ActivityRules.AlreadyBegun(activityDate)
        : null;

    public void Accept(DateOnly activityDate, DateOnly today)
    {
        Rule.Require(WhyNotAccept(activityDate, today));
        State = ParticipationState.Accepted;
    }

    /// <summary>Leave is asked for before the activity begins, with a reason.</summary>
    public RuleViolation? WhyNotRequestLeave(DateOnly activityDate, DateOnly today) =>
        State is not (ParticipationState.Invited or ParticipationState.Accepted) ? ActivityRules.ParticipationWrongState(State)
        : today >= activityDate ? ActivityRules.AlreadyBegun(activityDate)
        : null;

    public void RequestLeave(string reason, DateOnly activityDate, DateOnly today)
    {
        Rule.Require(WhyNotRequestLeave(activityDate, today));
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? ActivityRules.ReasonMissing() : null);
        State = ParticipationState.LeaveRequested;
        Reason = reason;
    }

    public void ApproveLeave() => Move(ParticipationState.Excused, ParticipationState.LeaveRequested);

    public void RefuseLeave() => Move(ParticipationState.Accepted, ParticipationState.LeaveRequested);

    public RuleViolation? WhyNotRecuse() =>
        State is ParticipationState.Invited or ParticipationState.Accepted or ParticipationState.LeaveRequested ? null : ActivityRules.ParticipationWrongState(State);

    public void Recuse()
    {
        Rule.Require(WhyNotRecuse());
        State = ParticipationState.Recused;
    }

    /// <summary>The recusal was held not to be needed, or was lifted, before the activity: the invitation stands again.</summary>
    public void Reinstate() => Move(ParticipationState.Invited, ParticipationState.Recused);

    /// <summary>What the attendance sheet says after the activity.</summary>
    public void RecordAttendance(ParticipationState attendance)
    {
        if (attendance is not (ParticipationState.Attended or ParticipationState.AttendedPartly or ParticipationState.Absent))
        {
            throw new ArgumentOutOfRangeException(nameof(attendance));
        }

        Move(attendance, ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested, ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent);
    }

    /// <summary>An absence can be excused afterwards, with evidence.</summary>
    public void ExcuseLater(string evidence)
    {
        Rule.Require(string.IsNullOrWhiteSpace(evidence) ? ActivityRules.ReasonMissing() : null);
        Move(ParticipationState.Excused, ParticipationState.Absent);
        Reason = evidence;
    }

    /// <summary>The activity is on another day: an answer for the old day says nothing about the new one, and who is not in office then is freed (Article 17).</summary>
    public void MoveToAnotherDay(bool inOfficeOnTheDay)
    {
        if (State is not (ParticipationState.Invited or ParticipationState.Accepted or ParticipationState.LeaveRequested or ParticipationState.Excused or ParticipationState.Void))
        {
            return;
        }

        State = inOfficeOnTheDay ? ParticipationState.Invited : ParticipationState.Void;
        Reason = null;
    }

    /// <summary>Out of office on the day of the activity: the invitation falls away (Article 17). What was answered or attended before stays.</summary>
    public void FallAwayWithOffice()
    {
        if (State is ParticipationState.Invited or ParticipationState.Accepted or ParticipationState.LeaveRequested)
        {
            State = ParticipationState.Void;
        }
    }

    public void VoidByCancellation() => State = ParticipationState.Void;

    private void Move(ParticipationState to, params ReadOnlySpan<ParticipationState> from)
    {
        Rule.Require(from.Contains(State) ? null : ActivityRules.ParticipationWrongState(State));
        State = to;
    }
}

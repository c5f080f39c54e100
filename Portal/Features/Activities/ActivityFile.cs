using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Activities;

/// <summary>One activity with everybody invited, and what may be done with it now.</summary>
/// <param name="Letters">What is lacking before it can begin; for those who handle it.</param>
/// <param name="Acts"><c>null</c> for whoever may only read.</param>
public sealed record ActivityFile(
    ActivityRow Row,
    int Version,
    int HourTenths,
    int? Capacity,
    bool Mandatory,
    bool RequiresDocumentAccess,
    IReadOnlyList<NamedChoice> Agencies,
    string? Remark,
    string? CancelReason,
    IReadOnlyList<InviteeRow> Invitees,
    IReadOnlyList<LetterNeed> Letters,
    ActivityActs? Acts)
{
    public int PlacesTaken => Invitees.Count(i => i.State is not (ParticipationState.Excused or ParticipationState.Recused or ParticipationState.Void));

    public int WithoutAttendance => Invitees.Count(i => i.IsUnrecorded);
}

/// <summary>Why each act is not possible now; <c>null</c> where it is. The same lines refuse the act itself.</summary>
public sealed record ActivityActs(RuleViolation? WhyNotRevise, RuleViolation? WhyNotPublish, RuleViolation? WhyNotStart, RuleViolation? WhyNotRecord, RuleViolation? WhyNotComplete, RuleViolation? WhyNotCancel);

/// <summary>An agency whose documents are to be consulted, and who has no letter of introduction to it yet (Article 12).</summary>
public sealed record LetterNeed(Guid Agency, string AgencyName, IReadOnlyList<string> People);

/// <summary>Somebody invited, and their part.</summary>
/// <param name="Reason">Of a leave or an excuse; only for those who handle it.</param>
public sealed record InviteeRow(PersonId Person, string Name, SourceCategory? Group, ParticipationState State, string? Reason, ParticipationId Participation)
{
    /// <summary>Attendance is still to be recorded.</summary>
    public bool IsUnrecorded => Attendance.IsUnrecorded(State);

    /// <summary>Attendance can be recorded or put right.</summary>
    public bool IsRecordable => IsUnrecorded || Attendance.IsRecorded(State);
}

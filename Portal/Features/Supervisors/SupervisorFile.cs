using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Supervisors;

/// <summary>One supervisor's file. Numbers of identity and telephone are in it masked only.</summary>
/// <param name="Findings">What the person reported; <c>null</c> for whoever does not handle findings, because who reported is protected (Article 14).</param>
public sealed record SupervisorFile(
    SupervisorRow Row,
    Sex? Sex,
    int? Age,
    string? IdNumberMasked,
    string? PhoneMasked,
    RecruitmentChannel Channel,
    IReadOnlyList<TermRow> Terms,
    IReadOnlyList<CardRow> Cards,
    int Year,
    IReadOnlyList<int> Years,
    IReadOnlyList<AttendanceRow> Attendance,
    IReadOnlyList<FindingRow>? Findings,
    int FindingsInAll,
    IReadOnlyList<StandingRecusal> Recusals,
    bool MayReveal);

/// <summary>One term of office, as its page tells it.</summary>
public sealed record TermRow(int Sequence, SourceCategory Group, RecruitmentChannel Channel, DateOnly Start, DateOnly LastDay, AppointmentState State, SupervisorStatus Status, DismissalGround? Ground, string? Remark);

public sealed record CardRow(string Number, CardState State);

/// <summary>One activity of the year and the person's part in it.</summary>
public sealed record AttendanceRow(ActivityId Activity, string Number, string Title, ActivityKind Kind, DateOnly Date, ParticipationState State);

/// <summary>A finding by number and state; what it says stands on its own page.</summary>
public sealed record FindingRow(FindingId Id, string Number, FindingCategory Category, FindingState State, DateOnly SubmittedOn);

public sealed record StandingRecusal(RecusalId Id, string Matter, RecusalGround Ground, RecusalState State, DateOnly FiledOn);

using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Features.Supervisors;

/// <summary>履职台账: everything on record of one person's office, put together from the rows themselves. Of other people it names nobody, and no full number is in it.</summary>
/// <param name="FindingsKnown">Whether the reader may know what the person reported (Article 14).</param>
public sealed record DutyFile(
    DateOnly AsOf,
    SupervisorRow Row,
    Sex? Sex,
    int? Age,
    RecruitmentChannel Channel,
    IReadOnlyList<DutyTerm> Terms,
    IReadOnlyList<CardLife> Cards,
    IReadOnlyList<DutyYear> Years,
    bool FindingsKnown,
    IReadOnlyList<StandingRecusal> Recusals,
    IReadOnlyList<LeaveDays> Leaves,
    IReadOnlyList<LetterLine> Letters,
    IReadOnlyList<DismissalLine> Dismissals);

/// <param name="Letter">Number of the letter of appointment, where the portal issued one.</param>
public sealed record DutyTerm(TermRow Term, string? Letter, CertificateState? LetterState, IReadOnlyList<GroupChangeLine> Groups);

public sealed record GroupChangeLine(SourceCategory From, SourceCategory To, DateOnly On, string Reason);

public sealed record CardLife(string Number, CardState State, DateOnly? IssuedOn, DateOnly? LostOn, DateOnly? ClosedOn);

/// <summary>One year of duty.</summary>
public sealed record DutyYear(int Year, IReadOnlyList<AttendanceRow> Activities, IReadOnlyList<FindingRow> Findings);

public sealed record LeaveDays(DateOnly First, DateOnly Last);

public sealed record LetterLine(string Serial, string Agency, string Matter, DateOnly ValidFrom, DateOnly ValidTo, LetterState State);

public sealed record DismissalLine(string Number, DismissalGround Ground, DismissalState State, DateOnly DraftedOn, DateOnly? EffectiveOn);

/// <summary>What a year was worth (Article 16); counted apart, since a year is counted for everybody.</summary>
public sealed record DutyScore(int Year, Score Total, EvaluationGrade Grade, int? Rank, int Ranked, bool Provisional);

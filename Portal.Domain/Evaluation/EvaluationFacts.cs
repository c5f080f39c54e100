namespace Portal.Domain.Evaluation;

/// <summary>
/// Everything a supervisor's year is judged by, as plain facts. Each carries the key of the row it came from, so that the result can say why.
/// Kept with a frozen evaluation: later edits of the rows do not change it.
/// </summary>
public sealed record EvaluationFacts
{
    public required int Year { get; init; }

    /// <summary>Days of active appointment in the year. Long approved leave does not lessen them.</summary>
    public required int ServiceDays { get; init; }

    /// <summary>Supervision activities and meetings of the time in office. Trainings and symposiums are judged below and must not be listed here too.</summary>
    public IReadOnlyList<ParticipationFact> Participations { get; init; } = [];

    /// <summary>Closed findings, adopted opinions and accepted activity reports.</summary>
    public IReadOnlyList<OutputFact> Outputs { get; init; } = [];

    /// <summary>Mandatory trainings.</summary>
    public IReadOnlyList<TrainingFact> Trainings { get; init; } = [];

    /// <summary>Normally one a year (Article 16).</summary>
    public IReadOnlyList<SymposiumFact> Symposiums { get; init; } = [];

    /// <summary>The agencies the supervisor was asked to rate.</summary>
    public IReadOnlyList<AgencyRatingFact> AgencyRatings { get; init; } = [];

    /// <summary>Confirmed only: every one had its chance of reply. Unsubstantiated findings in good faith never appear here.</summary>
    public IReadOnlyList<DeductionFact> Deductions { get; init; } = [];

    public ManualAdjustment? Adjustment { get; init; }

    /// <summary>Barred from commendation for a reason outside the deductions; a serious one bars by itself.</summary>
    public bool CommendationBarred { get; init; }

    /// <summary>Nothing is on record of the year, for or against; what is calculated from it says nothing.</summary>
    public bool IsEmpty => Participations.Count + Outputs.Count + Trainings.Count + Symposiums.Count + AgencyRatings.Count + Deductions.Count == 0;

    public int YearDays => DateTime.IsLeapYear(Year) ? 366 : 365;

    /// <summary>f: the part of the year in office.</summary>
    public decimal ServiceFraction => (decimal)ServiceDays / YearDays;
}

/// <summary>One invitation to an activity, or one voluntary attendance.</summary>
public sealed record ParticipationFact(string Reference, bool Mandatory, AttendanceCredit Credit, decimal Weight = 1m);

/// <summary>One mandatory training.</summary>
/// <param name="Reference">Key of the row behind it.</param>
/// <param name="Credit">How it was attended.</param>
/// <param name="MadeUp">补训 or the online quiz passed: counts in full.</param>
public sealed record TrainingFact(string Reference, AttendanceCredit Credit, bool MadeUp = false);

/// <summary>What an attendance is worth.</summary>
public enum AttendanceCredit
{
    /// <summary>Attended.</summary>
    Full,

    /// <summary>Attended in part.</summary>
    Half,

    /// <summary>Absent.</summary>
    None,

    /// <summary>Excused, recused or cancelled: neither hurts nor helps.</summary>
    NotDue,

    /// <summary>The section has not recorded it: nothing is judged before it has.</summary>
    NotRecorded,
}

/// <summary>One output of the year.</summary>
/// <param name="Reference">Key of the row behind it.</param>
/// <param name="Grade">Given by the administrator at closing, the highest confirmed by leadership.</param>
/// <param name="Routine">An activity report, rather than a finding or an opinion.</param>
/// <param name="CoReporter">Reported jointly, and not as the lead.</param>
/// <param name="Duplicate">Whether somebody had reported the matter before.</param>
public sealed record OutputFact(
    string Reference,
    OutputGrade Grade,
    bool Routine = false,
    bool CoReporter = false,
    DuplicateKind Duplicate = DuplicateKind.None);

/// <summary>Quality of an output; its number is its points.</summary>
public enum OutputGrade
{
    /// <summary>Not adopted or not substantiated, in good faith.</summary>
    R0 = 0,

    /// <summary>Useful, or a satisfactory routine report, also one that found no problem.</summary>
    R1 = 1,

    /// <summary>Adopted, or true and fixed at once.</summary>
    R2 = 2,

    /// <summary>True, ordered to be put right and verified; or transferred and accepted by the competent authority.</summary>
    R3 = 3,

    /// <summary>Violation verified, loss recovered, or the system improved.</summary>
    R4 = 4,
}

/// <summary>Whether an output repeats an earlier finding.</summary>
public enum DuplicateKind
{
    None,
    WithMaterialEvidence,
    WithoutMaterialEvidence,
}

/// <summary>One symposium held while in office.</summary>
public sealed record SymposiumFact(string Reference, SymposiumAttendance Attendance);

/// <summary>How a symposium was met.</summary>
public enum SymposiumAttendance
{
    Attended,

    /// <summary>Excused, and the opinion was given in writing: as good as attended.</summary>
    ExcusedWithOpinion,

    /// <summary>Excused: not applicable.</summary>
    Excused,
    Absent,

    /// <summary>The section has not recorded it.</summary>
    NotRecorded,
}

/// <summary>One agency assigned for rating.</summary>
public sealed record AgencyRatingFact(string Reference, AgencyRatingDuty Duty);

/// <summary>What became of the duty to rate an agency.</summary>
public enum AgencyRatingDuty
{
    Rated,
    NotRated,

    /// <summary>Recused from the agency: not applicable.</summary>
    Recused,
}

/// <summary>One confirmed breach of discipline, or one finding held to be frivolous.</summary>
public sealed record DeductionFact(string Reference, DeductionKind Kind);

/// <summary>How grave a breach is.</summary>
public enum DeductionKind
{
    Minor,
    General,

    /// <summary>Bars from commendation, and the grade is 待改进 whatever the points.</summary>
    Serious,

    /// <summary>Clearly fabricated, abusive or copied, as leadership confirmed; the first ones of a year cost nothing.</summary>
    Frivolous,
}

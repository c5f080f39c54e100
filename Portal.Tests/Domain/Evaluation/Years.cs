using Portal.Domain.Evaluation;

namespace Portal.Tests.Domain.Evaluation;

/// <summary>The supervisors' years of the worked examples (domain.md E2), by their numbers there.</summary>
internal static class Years
{
    /// <summary>Nothing happened to anybody: 365 days in office, no occasion, clean.</summary>
    public static EvaluationFacts Empty { get; } = new() { Year = 2026, ServiceDays = 365 };

    /// <summary>Everything that was asked for, except outputs.</summary>
    public static EvaluationFacts Diligent { get; } = Empty with
    {
        Participations = Activities(full: 6),
        Trainings = Trainings(full: 3),
        Symposiums = [new("symposium", SymposiumAttendance.Attended)],
        AgencyRatings = Ratings(rated: 5),
    };

    public static EvaluationFacts S1 { get; } = Diligent with { Outputs = [.. Outputs(3, 2, 2), .. Routine(1, 1, 1)] };

    public static EvaluationFacts S2 { get; } = Empty with
    {
        Participations = Activities(full: 3, half: 1, absent: 1, notDue: 1),
        Outputs = Outputs(2, 1),
        Trainings = Trainings(full: 2, absent: 1),
        Symposiums = [new("symposium", SymposiumAttendance.Excused)],
        AgencyRatings = Ratings(rated: 4, notRated: 1),
        Deductions = [new("minor", DeductionKind.Minor)],
    };

    public static EvaluationFacts S3 { get; } = Empty with
    {
        ServiceDays = 183,
        Participations = Activities(full: 3, notDue: 1),
        Outputs = Outputs(3),
        Trainings = Trainings(full: 1),
        Symposiums = [new("symposium", SymposiumAttendance.Attended)],
        AgencyRatings = Ratings(rated: 4, recused: 1),
    };

    public static EvaluationFacts S5 { get; } = Empty with { Outputs = Outputs(2, 2) };

    public static EvaluationFacts S6 { get; } = Diligent with { Outputs = Outputs(3, 2, 1) };

    public static EvaluationFacts S8 { get; } = S6;

    public static EvaluationFacts S9 { get; } = Diligent with
    {
        Outputs = Outputs(4, 4),
        Deductions = [new("card lent", DeductionKind.Serious)],
    };

    public static EvaluationFacts Of(string name) => name switch
    {
        nameof(S1) => S1,
        nameof(S2) => S2,
        nameof(S3) => S3,
        nameof(S5) => S5,
        nameof(S6) => S6,
        nameof(S8) => S8,
        nameof(S9) => S9,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static ParticipationFact[] Activities(int full = 0, int half = 0, int absent = 0, int notDue = 0) =>
        [.. Credits(full, half, absent, notDue).Select((credit, n) => new ParticipationFact($"activity {n}", Mandatory: true, credit))];

    public static ParticipationFact[] Voluntary(params AttendanceCredit[] credits) =>
        [.. credits.Select((credit, n) => new ParticipationFact($"voluntary {n}", Mandatory: false, credit))];

    public static TrainingFact[] Trainings(int full = 0, int half = 0, int absent = 0, int notDue = 0) =>
        [.. Credits(full, half, absent, notDue).Select((credit, n) => new TrainingFact($"training {n}", credit))];

    public static OutputFact[] Outputs(params int[] grades) =>
        [.. grades.Select((grade, n) => new OutputFact($"finding {n}", (OutputGrade)grade))];

    public static OutputFact[] Routine(params int[] grades) =>
        [.. grades.Select((grade, n) => new OutputFact($"report {n}", (OutputGrade)grade, Routine: true))];

    public static AgencyRatingFact[] Ratings(int rated = 0, int notRated = 0, int recused = 0) =>
    [
        .. Enumerable.Repeat(AgencyRatingDuty.Rated, rated)
            .Concat(Enumerable.Repeat(AgencyRatingDuty.NotRated, notRated))
            .Concat(Enumerable.Repeat(AgencyRatingDuty.Recused, recused))
            .Select((duty, n) => new AgencyRatingFact($"agency {n}", duty)),
    ];

    public static DeductionFact[] Frivolous(int count) =>
        [.. Enumerable.Range(0, count).Select(n => new DeductionFact($"frivolous {n}", DeductionKind.Frivolous))];

    private static IEnumerable<AttendanceCredit> Credits(int full, int half, int absent, int notDue) =>
        Enumerable.Repeat(AttendanceCredit.Full, full)
            .Concat(Enumerable.Repeat(AttendanceCredit.Half, half))
            .Concat(Enumerable.Repeat(AttendanceCredit.None, absent))
            .Concat(Enumerable.Repeat(AttendanceCredit.NotDue, notDue));
}

namespace Portal.Domain.Evaluation;

/// <summary>A component before it is weighed.</summary>
internal sealed record ComponentRatio(
    EvaluationComponent Component,
    decimal? Value,
    decimal Attained,
    decimal Required,
    IReadOnlyList<ScoredItem> Items);

/// <summary>The ratios A to E, one method each.</summary>
internal static class ComponentRatios
{
    public static IReadOnlyList<ComponentRatio> Of(EvaluationFacts facts, EvaluationScheme scheme) =>
    [
        Participation(facts.Participations, scheme),
        Output(facts, scheme),
        Training(facts.Trainings),
        Symposium(facts.Symposiums, facts.AgencyRatings),
        Discipline(facts.Deductions, scheme),
    ];

    private static ComponentRatio Participation(IReadOnlyList<ParticipationFact> participations, EvaluationScheme scheme) =>
        Reached(EvaluationComponent.Participation, [.. participations.Select(p => Judge(p, scheme))]);

    private static ScoredItem Judge(ParticipationFact fact, EvaluationScheme scheme) =>
        Uncounted(fact.Credit) is { } uncounted ? new(fact.Reference, uncounted, 0m)
        : fact.Mandatory ? new(fact.Reference, ItemTreatment.Counted, Part(fact.Credit) * fact.Weight, fact.Weight)
        : new(fact.Reference, ItemTreatment.Bonus, Part(fact.Credit) * scheme.VoluntaryBonus);

    /// <summary>A short year asks for less, but never for less than the floor: one good day must not be worth a year.</summary>
    private static ComponentRatio Output(EvaluationFacts facts, EvaluationScheme scheme)
    {
        var items = OutputSelection.Of(facts.Outputs, scheme);
        var points = items.Where(item => item.Treatment == ItemTreatment.Counted).Sum(item => item.Value);
        var target = scheme.OutputTarget * Math.Max(facts.ServiceFraction, scheme.LeastServiceFraction);
        return new(EvaluationComponent.Output, Ratio.Capped(points, target), points, Ratio.Round(target), items);
    }

    private static ComponentRatio Training(IReadOnlyList<TrainingFact> trainings) =>
        Reached(
            EvaluationComponent.Training,
            [
                .. trainings.Select(training => Uncounted(training.Credit) is { } uncounted
                    ? new ScoredItem(training.Reference, uncounted, 0m)
                    : new ScoredItem(training.Reference, ItemTreatment.Counted, training.MadeUp ? 1m : Part(training.Credit), 1m)),
            ]);

    /// <summary>The mean of the symposium and of the ratings; where one does not apply, the other alone.</summary>
    private static ComponentRatio Symposium(IReadOnlyList<SymposiumFact> symposiums, IReadOnlyList<AgencyRatingFact> ratings)
    {
        ScoredItem[] attendances = [.. symposiums.Select(Judge)];
        ScoredItem[] duties = [.. ratings.Select(Judge)];
        decimal[] parts = [.. new[] { attendances, duties }.Where(Applies).Select(items => items.Sum(i => i.Value) / items.Sum(i => i.OutOf))];
        return new(
            EvaluationComponent.Symposium,
            parts.Length == 0 ? null : Ratio.Of(parts.Sum(), parts.Length),
            Ratio.Round(parts.Sum()),
            parts.Length,
            [.. attendances, .. duties]);
    }

    private static ScoredItem Judge(SymposiumFact fact) => fact.Attendance switch
    {
        SymposiumAttendance.Attended or SymposiumAttendance.ExcusedWithOpinion => new(fact.Reference, ItemTreatment.Attendance, 1m, 1m),
        SymposiumAttendance.Absent => new(fact.Reference, ItemTreatment.Attendance, 0m, 1m),
        SymposiumAttendance.NotRecorded => new(fact.Reference, ItemTreatment.NotRecorded, 0m),
        _ => new(fact.Reference, ItemTreatment.NotDue, 0m),
    };

    private static ScoredItem Judge(AgencyRatingFact fact) => fact.Duty switch
    {
        AgencyRatingDuty.Rated => new(fact.Reference, ItemTreatment.Rating, 1m, 1m),
        AgencyRatingDuty.NotRated => new(fact.Reference, ItemTreatment.Rating, 0m, 1m),
        _ => new(fact.Reference, ItemTreatment.NotDue, 0m),
    };

    private static ComponentRatio Discipline(IReadOnlyList<DeductionFact> deductions, EvaluationScheme scheme)
    {
        var allowance = scheme.FrivolousAllowance;
        ScoredItem[] items =
        [
            .. deductions.Select(fact => fact.Kind == DeductionKind.Frivolous && allowance-- > 0
                ? new ScoredItem(fact.Reference, ItemTreatment.WithinAllowance, 0m)
                : new ScoredItem(fact.Reference, ItemTreatment.Deducted, scheme.DeductionFor(fact.Kind))),
        ];
        var deducted = items.Sum(item => item.Value);
        return new(EvaluationComponent.Discipline, Ratio.Round(Math.Max(0m, 1m - deducted)), deducted, 1m, items);
    }

    private static ComponentRatio Reached(EvaluationComponent component, ScoredItem[] items)
    {
        var attained = items.Sum(item => item.Value);
        var required = items.Sum(item => item.OutOf);
        return new(component, Applies(items) ? Ratio.Capped(attained, required) : null, attained, required, items);
    }

    private static bool Applies(ScoredItem[] items) => items.Sum(item => item.OutOf) > 0;

    private static ItemTreatment? Uncounted(AttendanceCredit credit) => credit switch
    {
        AttendanceCredit.NotDue => ItemTreatment.NotDue,
        AttendanceCredit.NotRecorded => ItemTreatment.NotRecorded,
        _ => null,
    };

    private static decimal Part(AttendanceCredit credit) => credit switch
    {
        AttendanceCredit.Full => 1m,
        AttendanceCredit.Half => 0.5m,
        _ => 0m,
    };
}

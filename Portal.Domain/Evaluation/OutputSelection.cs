namespace Portal.Domain.Evaluation;

/// <summary>Which outputs of a year count: the best few, among them only a few routine reports. Thirty findings earn no more than five good ones.</summary>
internal static class OutputSelection
{
    /// <summary>Every output, best first, with what became of it.</summary>
    public static IReadOnlyList<ScoredItem> Of(IReadOnlyList<OutputFact> outputs, EvaluationScheme scheme)
    {
        var places = scheme.BestOutputs;
        var routinePlaces = scheme.RoutineOutputs;
        var items = new List<ScoredItem>(outputs.Count);

        // At equal points a finding goes before a report: whoever reads the list should see the finding counted. The key settles the rest.
        foreach (var (output, points) in outputs
            .Select(output => (Output: output, Points: PointsOf(output, scheme)))
            .OrderByDescending(o => o.Points)
            .ThenBy(o => o.Output.Routine)
            .ThenBy(o => o.Output.Reference, StringComparer.Ordinal))
        {
            var treatment = output.Routine && routinePlaces == 0 ? ItemTreatment.BeyondRoutineLimit
                : places == 0 ? ItemTreatment.BeyondBestOutputs
                : ItemTreatment.Counted;
            if (treatment == ItemTreatment.Counted)
            {
                places--;
                routinePlaces -= output.Routine ? 1 : 0;
            }

            items.Add(new ScoredItem(output.Reference, treatment, points));
        }

        return items;
    }

    private static decimal PointsOf(OutputFact output, EvaluationScheme scheme) =>
        (int)output.Grade
        * (output.CoReporter ? scheme.CoReporterShare : 1m)
        * output.Duplicate switch
        {
            DuplicateKind.None => 1m,
            DuplicateKind.WithMaterialEvidence => scheme.DuplicateShare,
            _ => 0m,
        };
}

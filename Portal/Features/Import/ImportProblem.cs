namespace Portal.Features.Import;

/// <summary>One problem, where it is, and the facts that its sentence names. Facts only: the words belong to the reader.</summary>
public sealed record ImportProblem(
    ProblemCode Code, ProblemSeverity Severity, string? Sheet, int? Row, string? Column, string? Value, params IReadOnlyList<object> Arguments);

/// <summary>Keeps the problems of one check. A file of five thousand wrong rows is told by its first thousand.</summary>
internal sealed class ProblemList
{
    private const int Kept = 1_000;
    private const int ShownCharacters = 60;

    private readonly List<ImportProblem> _errors = [];
    private readonly List<ImportProblem> _hints = [];

    public int Errors { get; private set; }

    public int Hints { get; private set; }

    /// <summary>Errors first, each kind in the order of the workbook.</summary>
    public IReadOnlyList<ImportProblem> All => [.. _errors, .. _hints];

    public void Add(ImportProblem problem)
    {
        var kept = problem.Severity == ProblemSeverity.Error ? _errors : _hints;
        if (problem.Severity == ProblemSeverity.Error)
        {
            Errors++;
        }
        else
        {
            Hints++;
        }

        if (kept.Count < Kept)
        {
            kept.Add(problem with { Value = problem.Value is { Length: > ShownCharacters } value ? $"{value[..ShownCharacters]}…" : problem.Value });
        }
    }

    public void AddRange(ProblemList others)
    {
        foreach (var problem in others.All)
        {
            Add(problem);
        }

        Errors += others.Errors - others._errors.Count;
        Hints += others.Hints - others._hints.Count;
    }
}

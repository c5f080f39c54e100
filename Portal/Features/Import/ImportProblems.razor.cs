using Microsoft.AspNetCore.Components;

namespace Portal.Features.Import;

/// <summary>Every problem with its place, errors first, a page of them at a time.</summary>
public sealed partial class ImportProblems
{
    private const int Step = 100;

    private ProblemSeverity? _severity;
    private int _count = Step;

    [Parameter]
    [EditorRequired]
    public required ImportReport Report { get; set; }

    [Inject]
    public required ProblemWords Sentences { get; init; }

    private IEnumerable<ImportProblem> Shown => Report.Problems.Where(p => _severity is null || p.Severity == _severity);

    private int Rest => Shown.Count() - _count;

    private string Pressed(ProblemSeverity? severity) => severity == _severity ? "true" : "false";

    private void Filter(ProblemSeverity? severity) => (_severity, _count) = (severity, Step);

    private void ShowMore() => _count += Step;
}

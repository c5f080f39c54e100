namespace Portal.Features.Import;

/// <summary>A file is not read at all. Becomes the only problem of its report.</summary>
internal sealed class WorkbookRefusedException(ProblemCode code, params IReadOnlyList<object> arguments) : Exception(code.ToString())
{
    public ProblemCode Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}

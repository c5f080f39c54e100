using Microsoft.Extensions.Localization;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Features.Import;

/// <summary>Turns a problem into a sentence that says what is wrong and what is wanted.</summary>
public sealed class ProblemWords(IStringLocalizer<ImportText> text, Words words)
{
    public string Of(ImportProblem problem) => text[$"Problem_{problem.Code}", [.. problem.Arguments.Select(Argument)]];

    private object Argument(object argument) => argument switch
    {
        RuleViolation violation => words.Of(violation),
        Enum value => words.Of(value),
        DateOnly day => Words.ShortDay(day),
        _ => argument,
    };
}

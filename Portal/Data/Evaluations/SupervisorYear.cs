using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Data.Evaluations;

/// <summary>One supervisor's year before it is judged. The facts refer to activities and findings by their numbers, which are unique and never reused.</summary>
/// <param name="Group">The group of the latest term of the year.</param>
/// <param name="CardNumber">The valid card, or the last one; empty without any. It decides who is shown first inside a tie.</param>
public sealed record SupervisorYear(PersonId Person, string Name, SourceCategory Group, string CardNumber, EvaluationFacts Facts);

/// <summary>One supervisor's year, judged and placed.</summary>
/// <param name="Rank">Among all; <c>null</c> with a score and no rank.</param>
/// <param name="RankInGroup">Among those of the same group (Article 10).</param>
public sealed record EvaluatedSupervisor(SupervisorYear Year, EvaluationResult Result, int? Rank, int? RankInGroup)
{
    public PersonId Person => Year.Person;

    public string Name => Year.Name;

    public SourceCategory Group => Year.Group;

    public string CardNumber => Year.CardNumber;
}

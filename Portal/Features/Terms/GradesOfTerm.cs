using Portal.Data.Evaluations;
using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Features.Terms;

/// <summary>How one year of a term was evaluated (Article 16, second paragraph; Article 17 renews by it).</summary>
/// <param name="Total">0 to 100.</param>
/// <param name="Grade"><c>null</c> of a year of which nothing is on record, such as those before the portal: it says nothing against anybody.</param>
/// <param name="IsProvisional">The year is not over: the grade is what stands so far.</param>
public sealed record GradedYear(int Year, Score Total, EvaluationGrade? Grade, bool IsProvisional);

/// <summary>The grades of the years of several terms, each year judged once for all of them.</summary>
public sealed class GradesOfTerm(YearOfEvaluation evaluation)
{
    /// <param name="terms">Whose terms they are, and their first days.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By the term, the oldest year first; nothing of years before it, nor of those that have not begun.</returns>
    public async Task<ILookup<(PersonId Person, DateOnly Begun), GradedYear>> TakeAsync(IEnumerable<(PersonId Person, DateOnly Begun)> terms, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = terms.Distinct().ToList();
        var graded = new List<((PersonId Person, DateOnly Begun) Term, GradedYear Year)>();
        for (var year = asked.Count == 0 ? today.Year + 1 : asked.Min(t => t.Begun.Year); year <= today.Year; year++)
        {
            graded.AddRange(
                from one in await evaluation.TakeAsync(year, today, cancellationToken)
                join term in asked on one.Person equals term.Person
                where term.Begun.Year <= year
                select (term, new GradedYear(year, one.Result.Total, one.Year.Facts.IsEmpty ? null : one.Result.Grade, year == today.Year)));
        }

        return graded.ToLookup(g => g.Term, g => g.Year);
    }
}

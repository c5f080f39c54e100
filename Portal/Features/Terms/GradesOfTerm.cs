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
    /// <param name="begun">The first days of the terms.</param>
    /// <param name="people">Whose terms they are.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By the person, the oldest year first; nothing of years that have not begun.</returns>
    public async Task<ILookup<PersonId, GradedYear>> TakeAsync(IReadOnlyCollection<DateOnly> begun, IReadOnlySet<PersonId> people, DateOnly today, CancellationToken cancellationToken)
    {
        var graded = new List<(PersonId Person, GradedYear Year)>();
        for (var year = begun.Count == 0 ? today.Year + 1 : begun.Min().Year; year <= today.Year; year++)
        {
            graded.AddRange((await evaluation.TakeAsync(year, today, cancellationToken))
                .Where(one => people.Contains(one.Person))
                .Select(one => (one.Person, new GradedYear(year, one.Result.Total, one.Year.Facts.IsEmpty ? null : one.Result.Grade, year == today.Year))));
        }

        return graded.ToLookup(g => g.Person, g => g.Year);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Credentials;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Data.Evaluations;

/// <summary>A year of everybody's evaluation (Article 16, second paragraph), made from the rows as they stand on a day. The dashboards and the evaluation pages show the same one.</summary>
/// <remarks>Discipline records and agency ratings are not kept by the portal yet; until they are, discipline is clean and the rating does not apply.</remarks>
public sealed class YearOfEvaluation(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Everybody of the year in the order of the ranking: by rank, inside a tie by card number, and those without a rank last.</summary>
    public async Task<IReadOnlyList<EvaluatedSupervisor>> TakeAsync(int year, DateOnly today, CancellationToken cancellationToken = default)
    {
        List<Judged> judged = [.. (await FactsAsync(year, today, cancellationToken)).Select(Judged.Of)];
        var inGroup = judged.GroupBy(one => one.Year.Group).SelectMany(group => Place(group)).ToDictionary(placed => placed.One.Year.Person, placed => placed.Rank);
        return [.. Place(judged).Select(placed => new EvaluatedSupervisor(placed.One.Year, placed.One.Result, placed.Rank, inGroup[placed.One.Year.Person]))];
    }

    /// <summary>The facts of everybody who was in office at any time of the year, up to <paramref name="today"/>.</summary>
    public async Task<IReadOnlyList<SupervisorYear>> FactsAsync(int year, DateOnly today, CancellationToken cancellationToken = default)
    {
        if (year < DateOnly.MinValue.Year || year > today.Year)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var end = new DateOnly(year, 12, 31);
        var rows = new YearRows(db, new DateOnly(year, 1, 1), end < today ? end : today);
        var people = new Dictionary<PersonId, YearFacts>();
        foreach (var term in await rows.TermsAsync(cancellationToken))
        {
            FactsOf(people, term.Person, year).Add(term);
        }

        await AddActivitiesAsync(people, rows, cancellationToken);
        await AddFindingsAsync(people, rows, cancellationToken);
        var cards = (await rows.CardsAsync(cancellationToken)).ToLookup(card => card.Person);
        return [.. people.Select(person => person.Value.Of(person.Key, CardOf(cards[person.Key])))];
    }

    private static YearFacts FactsOf(Dictionary<PersonId, YearFacts> people, PersonId person, int year) =>
        people.TryGetValue(person, out var facts) ? facts : people[person] = new YearFacts(year);

    private static async Task AddActivitiesAsync(Dictionary<PersonId, YearFacts> people, YearRows rows, CancellationToken cancellationToken)
    {
        var activities = await rows.ActivitiesAsync(cancellationToken);
        var participations = (await rows.ParticipationsAsync(cancellationToken)).ToLookup(row => row.Activity);
        foreach (var activity in activities)
        {
            foreach (var participation in participations[activity.Id])
            {
                people.GetValueOrDefault(participation.Person)?.Add(activity, participation.State);
            }
        }
    }

    private static async Task AddFindingsAsync(Dictionary<PersonId, YearFacts> people, YearRows rows, CancellationToken cancellationToken)
    {
        var repeated = (await rows.MergedAsync(cancellationToken))
            .SelectMany(merged => merged.CoAuthors.Append(merged.Author).Select(person => (merged.Into, person)))
            .ToHashSet();
        foreach (var finding in await rows.FindingsAsync(cancellationToken))
        {
            people.GetValueOrDefault(finding.Author)?.Add(OutputOf(finding));
            foreach (var person in finding.CoAuthors)
            {
                people.GetValueOrDefault(person)?.Add(OutputOf(finding) with
                {
                    CoReporter = true,
                    Duplicate = repeated.Contains((finding.Id, person)) ? DuplicateKind.WithoutMaterialEvidence : DuplicateKind.None,
                });
            }
        }
    }

    private static OutputFact OutputOf(FindingRow finding) => new(finding.Number, finding.Grade switch
    {
        FindingGrade.R0 => OutputGrade.R0,
        FindingGrade.R1 => OutputGrade.R1,
        FindingGrade.R2 => OutputGrade.R2,
        FindingGrade.R3 => OutputGrade.R3,
        FindingGrade.R4 => OutputGrade.R4,
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    });

    private static string CardOf(IEnumerable<CardRow> cards) => cards
        .OrderByDescending(card => card.State == CardState.Active)
        .ThenByDescending(card => card.Number, StringComparer.Ordinal)
        .FirstOrDefault()?.Number ?? "";

    // Two people may have the same figures and, without a card, even the same number: an entry is known by itself, not by what it says.
    private static IEnumerable<(Judged One, int? Rank)> Place(IEnumerable<Judged> judged)
    {
        var byEntry = judged.ToDictionary(one => one.Entry, ReferenceEqualityComparer.Instance as IEqualityComparer<RankingEntry>);
        return Ranking.Of(byEntry.Keys).Select(ranked => (byEntry[ranked.Entry], ranked.Rank));
    }

    private sealed record Judged(SupervisorYear Year, EvaluationResult Result, RankingEntry Entry)
    {
        public static Judged Of(SupervisorYear year)
        {
            var result = EvaluationCalculator.Calculate(year.Facts, EvaluationScheme.Default);
            return new Judged(year, result, RankingEntry.Of(year.CardNumber, result));
        }
    }
}

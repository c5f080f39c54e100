using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Evaluations;
using Portal.Data.Recusals;
using Portal.Domain.Evaluation;

namespace Portal.Features.Evaluation;

/// <summary>Finds the activities and findings that a score refers to by number: two queries, whatever the score.</summary>
/// <remarks>
/// One's own rows are all one's own. In another's, what the reader steps aside from or may not know of yet keeps its value and loses its number,
/// and so does every finding for whoever does not handle findings: beside a name, its number says who reported (Article 14).
/// </remarks>
internal sealed class ScoreRows(PortalDbContext db, EvaluatedSupervisor own, Actor reader, DateOnly today)
{
    private const string Withheld = "—";

    private readonly HashSet<string> _activityNumbers =
    [
        .. own.Year.Facts.Participations.Select(fact => fact.Reference),
        .. own.Year.Facts.Trainings.Select(fact => fact.Reference),
        .. own.Year.Facts.Symposiums.Select(fact => fact.Reference),
    ];

    public async Task<IReadOnlyList<ExplainedItem>> ReadAsync(CancellationToken cancellationToken)
    {
        var recused = reader.Person == own.Person ? RecusedFrom.Nothing : await db.RecusedFromAsync(reader.Person, cancellationToken);
        var activities = await ActivitiesAsync(recused, cancellationToken);
        var findings = reader.Person == own.Person || Roles.Grant(reader.Role, Permissions.HandleFinding) ? await FindingsAsync(recused, cancellationToken) : [];
        return
        [
            .. from component in own.Result.Components
               from item in component.Items
               select component.Component == EvaluationComponent.Output
                   ? Explained(component.Component, item, null, findings.GetValueOrDefault(item.Reference), isKnown: findings.ContainsKey(item.Reference))
                   : Explained(component.Component, item, activities.GetValueOrDefault(item.Reference), null, isKnown: activities.ContainsKey(item.Reference) || !_activityNumbers.Contains(item.Reference)),
        ];
    }

    private static ExplainedItem Explained(EvaluationComponent component, ScoredItem item, ExplainedActivity? activity, ExplainedFinding? finding, bool isKnown) =>
        new(component, isKnown ? item : item with { Reference = Withheld }, activity, finding);

    private Task<Dictionary<string, ExplainedActivity>> ActivitiesAsync(RecusedFrom recused, CancellationToken cancellationToken)
    {
        var activities = reader.Person == own.Person ? db.Activities : db.Activities.OpenTo(recused).KnownTo(reader, today);
        return (
            from participation in db.Participations.AsNoTracking()
            join activity in activities on participation.Activity equals activity.Id
            where participation.Person == own.Person && _activityNumbers.Contains(activity.Number)
            select new ExplainedActivity(activity.Number, activity.Title, activity.Kind, activity.Date, activity.Mandatory, participation.State))
            .ToDictionaryAsync(activity => activity.Number, cancellationToken);
    }

    private async Task<Dictionary<string, ExplainedFinding>> FindingsAsync(RecusedFrom recused, CancellationToken cancellationToken)
    {
        var facts = own.Year.Facts.Outputs.ToDictionary(fact => fact.Reference);
        var numbers = facts.Keys.ToArray();
        var found = await db.Findings.AsNoTracking().OpenTo(recused)
            .Where(finding => numbers.Contains(finding.Number))
            .Select(finding => new { finding.Number, finding.Category, Grade = finding.Grade!.Value, CountedOn = finding.ClosedOn ?? finding.FedBackOn })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            finding => finding.Number,
            finding => new ExplainedFinding(finding.Number, finding.Category, finding.Grade, finding.CountedOn!.Value, PartOf(facts[finding.Number])));
    }

    private static FindingPart PartOf(OutputFact fact) =>
        fact.Duplicate != DuplicateKind.None ? FindingPart.Repeated
        : fact.CoReporter ? FindingPart.CoReporter
        : FindingPart.Lead;
}

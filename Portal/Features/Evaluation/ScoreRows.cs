using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Evaluations;
using Portal.Domain.Evaluation;

namespace Portal.Features.Evaluation;

/// <summary>Finds the activities and findings that a score refers to by number: two queries, whatever the score.</summary>
internal sealed class ScoreRows(PortalDbContext db, EvaluatedSupervisor own)
{
    public async Task<IReadOnlyList<ExplainedItem>> ReadAsync(CancellationToken cancellationToken)
    {
        var activities = await ActivitiesAsync(cancellationToken);
        var findings = await FindingsAsync(cancellationToken);
        return
        [
            .. from component in own.Result.Components
               from item in component.Items
               select new ExplainedItem(
                   component.Component,
                   item,
                   component.Component == EvaluationComponent.Output ? null : activities.GetValueOrDefault(item.Reference),
                   component.Component == EvaluationComponent.Output ? findings.GetValueOrDefault(item.Reference) : null),
        ];
    }

    private Task<Dictionary<string, ExplainedActivity>> ActivitiesAsync(CancellationToken cancellationToken)
    {
        var facts = own.Year.Facts;
        string[] numbers =
        [
            .. facts.Participations.Select(fact => fact.Reference),
            .. facts.Trainings.Select(fact => fact.Reference),
            .. facts.Symposiums.Select(fact => fact.Reference),
        ];
        return (
            from participation in db.Participations.AsNoTracking()
            join activity in db.Activities on participation.Activity equals activity.Id
            where participation.Person == own.Person && numbers.Contains(activity.Number)
            select new ExplainedActivity(activity.Number, activity.Title, activity.Kind, activity.Date, activity.Mandatory, participation.State))
            .ToDictionaryAsync(activity => activity.Number, cancellationToken);
    }

    private async Task<Dictionary<string, ExplainedFinding>> FindingsAsync(CancellationToken cancellationToken)
    {
        var facts = own.Year.Facts.Outputs.ToDictionary(fact => fact.Reference);
        var numbers = facts.Keys.ToArray();
        var found = await db.Findings.AsNoTracking()
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

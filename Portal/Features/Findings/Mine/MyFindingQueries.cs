using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Findings.Mine;

/// <summary>What is read of a person's findings for a list.</summary>
/// <param name="LastTold">The instant of the last step that the author was told of.</param>
internal sealed record MyFindingFacts(
    FindingId Id,
    string Number,
    AgencyId? Agency,
    string? Unit,
    FindingCategory Category,
    FindingState State,
    DateOnly SubmittedOn,
    DateTimeOffset LastTold,
    DateOnly? RectifyBy,
    DateOnly? CompletedOn,
    DateOnly? FedBackOn,
    DateOnly? AppealedOn);

internal static class MyFindingQueries
{
    public static IQueryable<Finding> By(this IQueryable<Finding> findings, PersonId person) =>
        findings.Where(f => f.Author == person || f.CoAuthors.Any(c => c.Person == person));

    public static IQueryable<MyFindingFacts> MyFindingFacts(this PortalDbContext db, IQueryable<Finding> findings) =>
        from finding in findings.AsNoTracking()
        join a in db.Agencies on finding.Agency equals (AgencyId?)a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        orderby finding.SubmittedAt descending, finding.Number descending
        select new MyFindingFacts(
            finding.Id, finding.Number, finding.Agency, agency != null ? agency.Name : finding.OtherUnit, finding.Category, finding.State, finding.SubmittedOn,
            finding.Events
                .Where(e => !FindingEvent.InternalKinds.Contains(e.Kind))
                .Max(e => e.At),
            finding.Rectification!.Deadline, finding.Rectification.CompletedOn, finding.FedBackOn, finding.AppealedOn);
}

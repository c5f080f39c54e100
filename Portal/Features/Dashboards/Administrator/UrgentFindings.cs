using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Findings;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>A finding as far as its clocks go.</summary>
/// <param name="Awaited">Whether a proposal waits for leadership, so that the section cannot go on.</param>
internal sealed record FindingFacts(
    FindingId Id, string Number, string Unit, FindingCategory Category, FindingState State, string? Handler, bool Awaited,
    DateOnly SubmittedOn, DateOnly? RegisteredOn, DateOnly? InvestigatingSince, DateOnly? ConcludedOn,
    DateOnly? OrderedOn, DateOnly? OriginalDeadline, DateOnly? Deadline, int Extensions, DateOnly? ReportedOn, DateOnly? CompletedOn);

/// <summary>The open findings whose turn comes next, a few of each stage; one query a state, since each has its own clock, and the index of states serves one at a time.</summary>
internal static class UrgentFindings
{
    public static async Task<IReadOnlyList<FindingFacts>> UrgentAsync(this PortalDbContext db, IQueryable<Finding> findings, CancellationToken cancellationToken)
    {
        List<FindingFacts> urgent =
        [
            .. await db.FirstAsync(findings, FindingState.Submitted, f => f.SubmittedOn, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.Registered, f => f.RegisteredOn ?? f.SubmittedOn, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.Investigating, f => f.InvestigatingSince ?? f.RegisteredOn ?? f.SubmittedOn, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.Substantiated, f => f.ConcludedOn ?? f.SubmittedOn, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.PartlySubstantiated, f => f.ConcludedOn ?? f.SubmittedOn, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.RectificationOrdered, f => f.Rectification!.Deadline, cancellationToken),
            .. await db.FirstAsync(findings, FindingState.RectificationReported, f => f.Rectification!.Deadline, cancellationToken),
        ];
        foreach (var state in OfficeDays.ToFeedBack)
        {
            urgent.AddRange(await db.FirstAsync(findings, state, f => f.Rectification!.CompletedOn ?? f.ConcludedOn ?? f.SubmittedOn, cancellationToken));
        }

        return urgent;
    }

    private static Task<List<FindingFacts>> FirstAsync(
        this PortalDbContext db, IQueryable<Finding> findings, FindingState state, Expression<Func<Finding, DateOnly?>> since, CancellationToken cancellationToken) => (
        from finding in findings.Where(f => f.State == state).OrderBy(since).ThenBy(f => f.Number).Take(AdministratorSnapshot.Shown)
        join a in db.Agencies on finding.Agency equals (Domain.People.AgencyId?)a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        join p in db.People on finding.Handler equals (Domain.People.PersonId?)p.Id into people
        from handler in people.DefaultIfEmpty()
        select new FindingFacts(
            finding.Id, finding.Number, agency != null ? agency.Name : finding.OtherUnit!, finding.Category, finding.State, handler != null ? handler.FullName : null, finding.Proposal != null,
            finding.SubmittedOn, finding.RegisteredOn, finding.InvestigatingSince, finding.ConcludedOn,
            finding.Rectification!.OrderedOn, finding.Rectification!.OriginalDeadline, finding.Rectification!.Deadline, (int?)finding.Rectification!.Extensions ?? 0,
            finding.Rectification!.ReportedOn, finding.Rectification!.CompletedOn)).ToListAsync(cancellationToken);
}

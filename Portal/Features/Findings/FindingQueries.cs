using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Findings;

/// <summary>What the section's and leadership's side of findings reads.</summary>
internal static class FindingQueries
{
    public static IReadOnlyList<FindingState> StatesOf(FindingGroup group) => group switch
    {
        FindingGroup.Open => Finding.OpenStates,
        FindingGroup.ToRegister => [FindingState.Submitted],
        FindingGroup.Investigating => [FindingState.Investigating],
        FindingGroup.Rectifying => [FindingState.RectificationOrdered],
        FindingGroup.Reported => [FindingState.RectificationReported],
        FindingGroup.ToFeedBack => [.. Finding.OpenStates.Where(s => FindingActs.NextIn(s) == FindingAct.FeedBack)],
        FindingGroup.Closed => [FindingState.Closed],
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public static IQueryable<Finding> Matching(this IQueryable<Finding> findings, FindingFilter filter, DateOnly today, int dueSoonDays)
    {
        findings = findings.InStates(filter).Due(filter.Due, today, dueSoonDays).WithOutcome(filter.Outcome);
        if (filter.Agency is { } agency)
        {
            findings = findings.Where(f => f.Agency == agency);
        }

        if (filter.Category is { } category)
        {
            findings = findings.Where(f => f.Category == category);
        }

        if (filter.From is { } from)
        {
            findings = findings.Where(f => f.SubmittedOn >= from);
        }

        if (filter.Before is { } before)
        {
            findings = findings.Where(f => f.SubmittedOn < before);
        }

        if (filter.Handler is { } handler)
        {
            findings = findings.Where(f => f.Handler == handler);
        }

        if (filter.Text is { } text)
        {
            var number = text.ToUpperInvariant();
            findings = findings.Where(f => f.Number.Contains(number) || f.Text.Contains(text));
        }

        return findings;
    }

    /// <summary>The most urgent first unless the reader asks otherwise.</summary>
    public static IOrderedQueryable<Finding> InOrder(this IQueryable<Finding> findings, PortalDbContext db, Paging paging) => findings.ByColumn(db, paging) ?? findings.ByUrgency();

    /// <summary>The ids of a page. In the order of urgency what is open comes before what is done, and the two are asked for apart: the few open ones are sorted, the many done ones come from the index of numbers.</summary>
    public static Task<PageOf<FindingId>> PageOfIdsAsync(this IQueryable<Finding> findings, PortalDbContext db, Paging paging, CancellationToken cancellationToken)
    {
        if (findings.ByColumn(db, paging) is { } sorted)
        {
            return sorted.Select(f => f.Id).PageAsync(paging, cancellationToken);
        }

        var open = Finding.OpenStates;
        var done = findings.Where(f => !open.Contains(f.State)).OrderByDescending(f => f.Number);
        return findings.Where(f => open.Contains(f.State)).ByUrgency().Select(f => f.Id).PageAsync(done.Select(f => f.Id), paging, cancellationToken);
    }

    /// <returns><c>null</c> when no column is asked for that there is.</returns>
    private static IOrderedQueryable<Finding>? ByColumn(this IQueryable<Finding> findings, PortalDbContext db, Paging paging) => (paging.Sort, paging.Descending) switch
    {
        ("number", false) => findings.OrderBy(f => f.Number),
        ("number", true) => findings.OrderByDescending(f => f.Number),
        ("unit", false) => findings.OrderBy(f => db.Agencies.Where(a => a.Id == f.Agency).Select(a => a.Code).FirstOrDefault()).ThenByDescending(f => f.Number),
        ("unit", true) => findings.OrderByDescending(f => db.Agencies.Where(a => a.Id == f.Agency).Select(a => a.Code).FirstOrDefault()).ThenByDescending(f => f.Number),
        ("deadline", false) => findings.OrderBy(f => f.Rectification!.Deadline == null ? 1 : 0).ThenBy(f => f.Rectification!.Deadline).ThenBy(f => f.Number),
        ("deadline", true) => findings.OrderBy(f => f.Rectification!.Deadline == null ? 1 : 0).ThenByDescending(f => f.Rectification!.Deadline).ThenBy(f => f.Number),
        ("filed", false) => findings.OrderBy(f => f.SubmittedOn).ThenBy(f => f.Number),
        ("filed", true) => findings.OrderByDescending(f => f.SubmittedOn).ThenByDescending(f => f.Number),
        _ => null,
    };

    /// <summary>By deadline where the agency owes an answer, then the longest waiting, then what is done.</summary>
    private static IOrderedQueryable<Finding> ByUrgency(this IQueryable<Finding> findings)
    {
        var open = Finding.OpenStates;
        return findings
            .OrderBy(f => f.State == FindingState.RectificationOrdered ? 0 : open.Contains(f.State) ? 1 : 2)
            .ThenBy(f => f.State == FindingState.RectificationOrdered ? f.Rectification!.Deadline : null)
            .ThenBy(f => open.Contains(f.State) ? (DateOnly?)f.SubmittedOn : null)
            .ThenByDescending(f => f.Number);
    }

    public static IQueryable<FindingRow> FindingRows(this PortalDbContext db, IQueryable<Finding> findings) => findings.AsNoTracking().Select(f => new FindingRow(
        f.Id,
        f.Number,
        f.OtherUnit ?? db.Agencies.Where(a => a.Id == f.Agency).Select(a => a.Name).First(),
        f.Category,
        f.State,
        f.SubmittedOn,
        f.Rectification!.Deadline,
        f.Rectification!.CompletedOn,
        db.People.Where(p => p.Id == f.Handler).Select(p => p.FullName).FirstOrDefault(),
        f.Proposal != null));

    /// <summary>The finding to act on, as the page saw it. What the person is recused from does not exist for them (Article 11).</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody acted on it meanwhile.</exception>
    public static async Task<Finding> TakeUpAsync(this PortalDbContext db, FindingId id, int version, PersonId actor, string permission, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(actor, cancellationToken);
        var finding = await db.WholeAsync(db.Findings.OpenTo(recused), id, cancellationToken) ?? throw new AccessDeniedException(AccessDenial.NotPermitted, permission);
        finding.Version.AsShown(version);
        return finding;
    }

    /// <summary>With its steps: the next one takes the number after the last.</summary>
    public static Task<Finding?> WholeAsync(this PortalDbContext db, IQueryable<Finding> findings, FindingId id, CancellationToken cancellationToken) =>
        findings.Include(f => f.Events).AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);

    public static async Task<IReadOnlyList<FindingChoice>> HandlersAsync(this PortalDbContext db, CancellationToken cancellationToken) => await (
        from account in db.Accounts
        where account.Role == PortalRole.Administrator && !account.IsDisabled
        join person in db.People on account.Person equals person.Id
        orderby person.FullName
        select new FindingChoice(person.Id.Value, person.FullName)).ToListAsync(cancellationToken);

    public static async Task<IReadOnlyList<FindingLink>> RelatedToAsync(this PortalDbContext db, Finding finding, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddMonths(-12);
        return await db.Findings.AsNoTracking().OpenTo(recused)
            .Where(f => f.Agency != null && f.Agency == finding.Agency && f.Category == finding.Category && f.SubmittedOn >= since && f.Id != finding.Id && f.State != FindingState.Merged)
            .OrderByDescending(f => f.SubmittedOn).ThenByDescending(f => f.Number)
            .Take(10)
            .Select(f => new FindingLink(f.Id, f.Number, f.State, f.SubmittedOn))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Finding> InStates(this IQueryable<Finding> findings, FindingFilter filter)
    {
        if (filter.Group is { } group)
        {
            var states = StatesOf(group);
            findings = findings.Where(f => states.Contains(f.State));
        }

        return filter.State is { } state ? findings.Where(f => f.State == state) : findings;
    }

    private static IQueryable<Finding> Due(this IQueryable<Finding> findings, FindingDue? due, DateOnly today, int dueSoonDays)
    {
        var soon = today.AddDays(dueSoonDays);
        var running = findings.Where(f => f.State == FindingState.RectificationOrdered);
        return due switch
        {
            FindingDue.Overdue => running.Where(f => f.Rectification!.Deadline < today),
            FindingDue.Soon => running.Where(f => f.Rectification!.Deadline >= today && f.Rectification!.Deadline <= soon),
            _ => findings,
        };
    }

    private static IQueryable<Finding> WithOutcome(this IQueryable<Finding> findings, FindingOutcome? outcome) => outcome switch
    {
        null => findings,
        FindingOutcome.Transferred => findings.Where(f => f.TransferredTo != null),
        FindingOutcome.Merged => findings.Where(f => f.State == FindingState.Merged),
        FindingOutcome.NotAccepted => findings.Where(f => f.AppealedOn == null && f.Events.Any(e => e.Kind == FindingEventKind.NotAccepted)),
        FindingOutcome.Pending => findings.Where(f =>
            f.Conclusion == null && f.TransferredTo == null && f.State != FindingState.Merged && (f.AppealedOn != null || !f.Events.Any(e => e.Kind == FindingEventKind.NotAccepted))),
        _ => findings.WithConclusion(Enum.Parse<FindingConclusion>(outcome.Value.ToString())),
    };

    private static IQueryable<Finding> WithConclusion(this IQueryable<Finding> findings, FindingConclusion conclusion) => findings.Where(f => f.Conclusion == conclusion);
}

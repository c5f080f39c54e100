using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>What the recruitment feature reads.</summary>
internal static class RecruitmentQueries
{
    /// <summary>People who passed the review, and of whom it is not yet said what became of them.</summary>
    public static IReadOnlyList<ApplicationState> UnsettledStates { get; } = [ApplicationState.ReviewPassed, ApplicationState.OnNotice, ApplicationState.NoticePassed];

    /// <summary>People whom the public was told of.</summary>
    public static IReadOnlyList<ApplicationState> PublishedStates { get; } = [ApplicationState.OnNotice, ApplicationState.NoticePassed, ApplicationState.Appointed];

    /// <summary>In the order in which they came.</summary>
    public static IQueryable<ApplicationRow> ApplicationRows(this PortalDbContext db, IQueryable<Application> applications) =>
        applications.AsNoTracking().OrderBy(a => a.Receipt).Take(Paging.ExportLimit)
            .Select(a => new ApplicationRow(a.Id, a.Receipt, a.FullName, a.Group, a.Channel, a.District, a.Sex, a.BirthDate, a.State) { Occupation = a.Occupation });

    public static Task<int> CountAsync(this PortalDbContext db, RecruitmentBatchId batch, IReadOnlyList<ApplicationState> states, CancellationToken cancellationToken) =>
        db.Applications.CountAsync(a => a.Batch == batch && states.Contains(a.State), cancellationToken);

    /// <summary>One application with its checks and steps, to read or to act on.</summary>
    public static Task<Application?> WholeAsync(this IQueryable<Application> applications, RecruitmentApplicationId id, CancellationToken cancellationToken) =>
        applications.AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);

    /// <summary>What the office knows of whoever has this number.</summary>
    public static async Task<ApplicationCircumstances> CircumstancesAsync(this PortalDbContext db, IdentityNumber number, bool declared, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.WithNumbers([number]).Select(p => p.Id).ToListAsync(cancellationToken);
        var live = Application.LiveStates;
        return new ApplicationCircumstances(
            declared,
            await db.Appointments.InOffice(today).AnyAsync(t => people.Contains(t.Person), cancellationToken),
            await db.ApplicationsOf(number).AnyAsync(a => live.Contains(a.State), cancellationToken));
    }

    /// <summary>Nothing leads on from a batch that was cancelled.</summary>
    public static async Task<RecruitmentBatch> GoingOnAsync(this PortalDbContext db, RecruitmentBatchId id, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw NotThere();
        Rule.Require(batch.WhyNotGoOn());
        return batch;
    }

    /// <summary>With an application that has ended there is no appointment left to decide.</summary>
    public static async Task DropProposalAsync(this PortalDbContext db, Application application, DateOnly today, CancellationToken cancellationToken)
    {
        if (!application.IsLive)
        {
            (await db.TermProposals.Where(p => p.Application == application.Id && p.State == TermProposalState.Proposed).ToListAsync(cancellationToken)).ForEach(p => p.FallAway(today));
        }
    }

    public static AccessDeniedException NotThere() => new(AccessDenial.NotPermitted, nameof(Permissions.ManageRecruitment));
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>What the recruitment feature reads.</summary>
internal static class RecruitmentQueries
{
    /// <summary>People who passed the review, and of whom it is not yet said what became of them.</summary>
    public static IReadOnlyList<ApplicationState> UnsettledStates { get; } = [ApplicationState.ReviewPassed, ApplicationState.OnNotice, ApplicationState.NoticePassed];

    /// <summary>In the order in which they came.</summary>
    public static IQueryable<ApplicationRow> ApplicationRows(this PortalDbContext db, IQueryable<Application> applications) =>
        applications.AsNoTracking().OrderBy(a => a.Receipt).Take(Paging.ExportLimit)
            .Select(a => new ApplicationRow(a.Id, a.Receipt, a.FullName, a.Group, a.Channel, a.District, a.Sex, a.BirthDate, a.State));

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

    public static AccessDeniedException NotThere() => new(AccessDenial.NotPermitted, nameof(Permissions.ManageRecruitment));
}

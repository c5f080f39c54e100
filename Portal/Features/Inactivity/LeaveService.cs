using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Features.Inactivity;

/// <summary>Long leaves, which stop the clock of Article 18 (2).</summary>
public sealed class LeaveService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    /// <returns><c>null</c> when there is no such person.</returns>
    public async Task<PersonLeaves?> GetAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.People.Where(p => p.Id == person).Select(p => p.FullName).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return null;
        }

        await views.RecordAsync(reader, Permissions.ManageTerms, AuditedObject.Of(person), cancellationToken);
        var leaves = await db.Leaves.AsNoTracking().Where(l => l.Person == person).OrderByDescending(l => l.First).ToListAsync(cancellationToken);
        var clerks = await db.NamesAsync(leaves.Select(l => l.GrantedBy), cancellationToken);
        return new PersonLeaves(
            name,
            await db.Appointments.InOffice(today).AnyAsync(t => t.Person == person, cancellationToken),
            [.. leaves.Select(l => new LeaveRow(l.Id, l.Version, l.First, l.Last, l.Reason, clerks[l.GrantedBy], l.GrantedOn, l.IsTakenBack, l.WhyNotEnd(today)))]);
    }

    public async Task GrantAsync(PersonId person, DateOnly first, DateOnly last, string reason, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
            var others = await db.StandingLeaves().Where(l => l.Person == person).Select(l => new { l.First, l.Last }).ToListAsync(cancellationToken);
            db.Leaves.Add(LeavePeriod.Grant(
                LeavePeriodId.New(), person, first, last, reason, await db.Appointments.InOffice(first).AnyAsync(t => t.Person == person, cancellationToken),
                others.Select(l => new ClockPause(l.First, l.Last)), clerk.Person, clock.Today()));
        },
        cancellationToken);

    /// <summary>The person is back: yesterday was the last day of leave.</summary>
    public async Task EndAsync(LeavePeriodId id, int version, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            await access.DemandAsync(Permissions.ManageTerms, cancellationToken: cancellationToken);
            (await db.Leaves.Where(l => l.Id == id).AsShownAsync(l => l.Version, version, cancellationToken)).End(clock.Today());
        },
        cancellationToken);
}

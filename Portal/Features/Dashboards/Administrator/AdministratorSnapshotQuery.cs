using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Live;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Counts the desk with the same number of queries however much the office has: the database counts and picks the most urgent rows, nothing is read to be counted here.</summary>
public sealed class AdministratorSnapshotQuery(IDbContextFactory<PortalDbContext> contexts, OfficeFacts office, TimeProvider clock) : ISnapshotQuery<AdministratorSnapshot>
{
    private readonly Paced<GroupFigures> _groups = new(clock);

    /// <summary>For everybody who steps aside from nothing.</summary>
    public Task<AdministratorSnapshot> TakeAsync(CancellationToken cancellationToken) => TakeAsync(RecusedFrom.Nothing, null, cancellationToken);

    /// <summary>For one reader: what they step aside from is in no row and in no number. Their own declarations stay theirs to see.</summary>
    public async Task<AdministratorSnapshot> TakeAsync(RecusedFrom recused, PersonId? reader, CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow();
        var today = clock.Today();
        var settings = await office.SettingsAsync(cancellationToken);
        var days = new OfficeDays(today, settings, await office.CalendarAsync(cancellationToken));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var findings = db.Findings.AsNoTracking().OpenTo(recused);
        var byState = await findings
            .Where(f => Finding.OpenStates.Contains(f.State))
            .GroupBy(f => f.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var rows = await db.UrgentAsync(findings, cancellationToken);
        var (soon, overdue, late) = await ClocksAsync(findings, today, settings, cancellationToken);
        var (pending, recusals) = await db.PendingAsync(recused, reader, today, cancellationToken);
        var (leaves, leaveItems) = await db.LeavesAsync(recused, today, cancellationToken);
        var (unrecorded, unrecordedItems) = await db.UnrecordedAsync(recused, today, cancellationToken);
        var unsigned = await db.UnsignedAsync(today, cancellationToken);
        var year = recused == RecusedFrom.Nothing
            ? await _groups.CountAsync(() => db.GroupsAsync(recused, today, cancellationToken))
            : await db.GroupsAsync(recused, today, cancellationToken);
        var (agencies, unvisited) = await db.CoverageAsync(recused, today, cancellationToken);
        return new AdministratorSnapshot
        {
            AsOf = asOf,
            Today = today,
            StandingAside = new(await StandingAside(db).ToListAsync(cancellationToken)),
            Figures = new DeskFigures
            {
                ActiveSupervisors = await db.Appointments.InOffice(today).Select(t => t.Person).Distinct().CountAsync(cancellationToken),
                TermsEnding = await db.EndingBy(today, today.AddDays(settings.TermReminderDays)).CountAsync(cancellationToken),
                TermReminderDays = settings.TermReminderDays,
                PendingRecusals = pending,
                OpenFindings = byState.Values.Sum(),
                DueSoon = soon,
                DueSoonDays = settings.DueSoonDays,
                Overdue = overdue,
                Work = late + leaves + unrecorded + pending + unsigned.Count + OfficeDays.Waiting.Sum(state => byState.GetValueOrDefault(state)),
                Underway = OfficeDays.OnTheirWay.Sum(state => byState.GetValueOrDefault(state)),
                Agencies = agencies,
                AgenciesVisited = agencies - unvisited.Count,
            },
            Work = days.Work(rows, [.. leaveItems, .. unrecordedItems, .. unsigned], recusals),
            Recusals = recusals,
            Underway = days.Underway(rows),
            Groups = year.Groups,
            Months = year.Months,
            NotVisited = unvisited,
        };
    }

    /// <summary>Only what an agency was ordered to put right and has not reported can be due or late; an investigation that waits for leadership is not the section's to conclude.</summary>
    private static async Task<(int Soon, int Overdue, int Late)> ClocksAsync(IQueryable<Finding> findings, DateOnly today, OfficeSettings settings, CancellationToken cancellationToken)
    {
        var soon = today.AddDays(settings.DueSoonDays);
        var begun = today.AddDays(-settings.FindingInvestigateDays);
        var ordered = findings.Where(f => f.State == FindingState.RectificationOrdered);
        return (
            await ordered.CountAsync(f => f.Rectification!.Deadline >= today && f.Rectification.Deadline <= soon, cancellationToken),
            await ordered.CountAsync(f => f.Rectification!.Deadline < today, cancellationToken),
            await findings.CountAsync(f => f.State == FindingState.Investigating && f.Proposal == null && (f.InvestigatingSince ?? f.RegisteredOn ?? f.SubmittedOn) < begun, cancellationToken));
    }

    private static IQueryable<PersonId> StandingAside(PortalDbContext db) => (
        from recusal in db.Recusals.AsNoTracking()
        join account in db.Accounts on recusal.Person equals account.Person
        where account.Role == PortalRole.Administrator && (recusal.State == RecusalState.Declared || recusal.State == RecusalState.Recused)
        select recusal.Person).Distinct().OrderBy(person => person);
}

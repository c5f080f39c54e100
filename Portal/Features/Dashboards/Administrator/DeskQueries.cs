using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Data.Undertakings;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>What the desk reads of people, recusals, leave, groups and agencies.</summary>
internal static class DeskQueries
{
    public static IQueryable<Appointment> EndingBy(this PortalDbContext db, DateOnly today, DateOnly day) => db.Appointments.InOffice(today).Where(t => (t.EndedOn ?? t.TermEnd) <= day);

    /// <summary>The longest waiting first.</summary>
    public static async Task<(int Total, Rows<PendingRecusal> Oldest)> PendingAsync(
        this PortalDbContext db, RecusedFrom recused, PersonId? reader, DateOnly today, CancellationToken cancellationToken)
    {
        var pending = db.Recusals.AsNoTracking().OpenTo(recused, reader, db)
            .Where(r => r.State == RecusalState.Declared || r.State == RecusalState.Directed || r.State == RecusalState.Requested);
        var rows = await (
            from recusal in pending
            join person in db.People on recusal.Person equals person.Id
            join a in db.Agencies on recusal.Agency equals (AgencyId?)a.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            join b in db.Activities on recusal.Activity equals (ActivityId?)b.Id into activities
            from activity in activities.DefaultIfEmpty()
            join c in db.Findings on recusal.Finding equals (FindingId?)c.Id into findings
            from finding in findings.DefaultIfEmpty()
            orderby recusal.FiledOn, recusal.Id
            select new
            {
                recusal.Id,
                person.FullName,
                Matter = agency != null ? agency.Name : activity != null ? activity.Title : finding!.Number,
                recusal.Ground,
                recusal.Explanation,
                recusal.State,
                recusal.FiledOn,
            }).Take(AdministratorSnapshot.Shown).ToListAsync(cancellationToken);
        return (
            await pending.CountAsync(cancellationToken),
            new(rows.Select(r => new PendingRecusal(r.Id, r.FullName, r.Matter, r.Ground, r.Explanation, r.State, r.FiledOn, today.DayNumber - r.FiledOn.DayNumber))));
    }

    /// <summary>Leave is asked for and answered before the activity begins (Article 8 (5)); afterwards the attendance sheet says what came of it. The nearest first.</summary>
    public static async Task<(int Total, IReadOnlyList<WorkItem> Nearest)> LeavesAsync(this PortalDbContext db, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var leaves =
            from participation in db.Participations.AsNoTracking()
            join activity in db.Activities.AsNoTracking().OpenTo(recused) on participation.Activity equals activity.Id
            join person in db.People on participation.Person equals person.Id
            where participation.State == ParticipationState.LeaveRequested && activity.Date >= today
            select new { activity.Id, activity.Title, activity.Date, person.FullName };
        var nearest = await leaves.OrderBy(l => l.Date).ThenBy(l => l.FullName).Take(AdministratorSnapshot.Shown).ToListAsync(cancellationToken);
        return (
            await leaves.CountAsync(cancellationToken),
            [.. nearest.Select(l => new WorkItem(WorkKind.DecideLeave, l.Id.Value, l.Title, l.FullName, today, 0, DeadlineUnit.CalendarDays, null, l.Date))]);
    }

    /// <summary>Held, and somebody's attendance is not on record: it counts nowhere until the section has recorded it. The longest waiting first.</summary>
    public static async Task<(int Total, IReadOnlyList<WorkItem> Oldest)> UnrecordedAsync(this PortalDbContext db, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var held = db.Activities.AsNoTracking().OpenTo(recused)
            .Where(a => a.Date < today && (a.State == ActivityState.Published || a.State == ActivityState.InProgress))
            .Where(a => db.Participations.Any(p => p.Activity == a.Id && Attendance.Unrecorded.Contains(p.State)));
        var oldest = await held.OrderBy(a => a.Date).ThenBy(a => a.Number)
            .Take(AdministratorSnapshot.Shown)
            .Select(a => new { a.Id, a.Title, a.Number, a.Date })
            .ToListAsync(cancellationToken);
        return (
            oldest.Count < AdministratorSnapshot.Shown ? oldest.Count : await held.CountAsync(cancellationToken),
            [.. oldest.Select(a => new WorkItem(WorkKind.RecordAttendance, a.Id.Value, a.Title, a.Number, a.Date, today.DayNumber - a.Date.DayNumber, DeadlineUnit.CalendarDays, null, null))]);
    }

    /// <summary>One item however many they are: theirs is the act, the section's to remind them.</summary>
    public static async Task<IReadOnlyList<WorkItem>> UnsignedAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var unsigned = db.WithoutUndertaking(today);
        var current = await db.Undertakings.AsNoTracking().OrderByDescending(u => u.Number)
            .Select(u => new { u.PublishedOn, People = unsigned.Count() })
            .FirstOrDefaultAsync(cancellationToken);
        return current is null or { People: 0 } ? [] :
        [
            new WorkItem(
                WorkKind.SignUndertaking, Guid.Empty, current.People.ToString(CultureInfo.InvariantCulture), "", current.PublishedOn,
                today.DayNumber - current.PublishedOn.DayNumber, DeadlineUnit.CalendarDays, null, null),
        ];
    }

    /// <summary>An activity is a group's where one of its people was invited; which group a person belonged to is asked for the day of the activity.</summary>
    public static async Task<GroupFigures> GroupsAsync(this PortalDbContext db, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var counted = await (
            from activity in db.Held(recused, today)
            join participation in db.Participations on activity.Id equals participation.Activity
            join term in db.Appointments on participation.Person equals term.Person
            where term.TermStart <= activity.Date && term.TermEnd >= activity.Date && (term.EndedOn == null || term.EndedOn >= activity.Date)
                && participation.State != ParticipationState.Void
            group new { activity.Id, Attendance = participation.State } by new { term.Group, activity.Date.Month, activity.Kind } into part
            select new
            {
                part.Key.Group,
                part.Key.Month,
                part.Key.Kind,
                Activities = part.Select(x => x.Id).Distinct().Count(),
                Due = part.Count(x => Attendance.Recorded.Contains(x.Attendance)),
                Attended = part.Count(x => x.Attendance == ParticipationState.Attended),
                Partly = part.Count(x => x.Attendance == ParticipationState.AttendedPartly),
            }).ToListAsync(cancellationToken);
        var members = await db.Appointments.InOffice(today).GroupBy(t => t.Group).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var focus = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Category, g => g.Focus, cancellationToken);
        var ofGroup = counted.ToLookup(c => c.Group);
        return new GroupFigures(
            new(Enum.GetValues<SourceCategory>().Select(group => new GroupYear(
                group,
                members.GetValueOrDefault(group),
                ofGroup[group].Sum(c => c.Due),
                ofGroup[group].Sum(c => (2 * c.Attended) + c.Partly),
                focus.GetValueOrDefault(group, "")))),
            new(counted.OrderBy(c => c.Month).ThenBy(c => c.Group).ThenBy(c => c.Kind).Select(c => new GroupMonth(c.Group, c.Month, c.Kind, c.Activities))));
    }

    public static async Task<(int Total, Rows<UnvisitedAgency> NotVisited)> CoverageAsync(this PortalDbContext db, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var visited = await db.Held(recused, today)
            .Where(a => a.Kind == ActivityKind.Supervision)
            .SelectMany(a => a.Agencies.Select(x => x.Agency))
            .Distinct()
            .ToListAsync(cancellationToken);
        var agencies = await db.Agencies.AsNoTracking()
            .Where(a => !a.IsExternal)
            .OrderBy(a => a.Code)
            .Select(a => new UnvisitedAgency(a.Id, a.Name))
            .ToListAsync(cancellationToken);
        agencies.RemoveAll(a => recused.Covers(a.Id));
        return (agencies.Count, new(agencies.Where(a => !visited.Contains(a.Id))));
    }

    /// <summary>Of this year, up to today: what is only planned is no activity yet.</summary>
    private static IQueryable<Activity> Held(this PortalDbContext db, RecusedFrom recused, DateOnly today)
    {
        var first = new DateOnly(today.Year, 1, 1);
        return db.Activities.AsNoTracking().OpenTo(recused)
            .Where(a => a.Date >= first && a.Date <= today && a.State != ActivityState.Draft && a.State != ActivityState.Cancelled);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Activities;

/// <summary>What the list and the page of activities read.</summary>
internal static class ActivityQueries
{
    /// <summary>What the reader may know of: neither recused from it (Article 11) nor kept from them before its day.</summary>
    public static async Task<IQueryable<Activity>> ActivitiesForAsync(this PortalDbContext db, Actor reader, DateOnly today, CancellationToken cancellationToken) =>
        db.Activities.AsNoTracking().OpenTo(await db.RecusedFromAsync(reader.Person, cancellationToken)).KnownTo(reader, today);

    /// <summary>The activity to act on. What the actor is recused from is refused like what does not exist (Article 11).</summary>
    public static async Task<Activity> ActivityToHandleAsync(this PortalDbContext db, ActivityId id, RecusedFrom recused, CancellationToken cancellationToken) =>
        await db.Activities.OpenTo(recused).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Denied();

    /// <summary>Whatever agencies are sent are such as the form offered.</summary>
    public static async Task DemandAgenciesAsync(this PortalDbContext db, ActivityForm form, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var choices = await db.AgencyChoicesAsync(recused, cancellationToken);
        if (form.Agencies.Exists(id => choices.All(c => c.Id != id)))
        {
            throw Denied();
        }
    }

    public static AccessDeniedException Denied() => new(AccessDenial.NotPermitted, nameof(Permissions.ManageActivities));

    public static IQueryable<Activity> Where(this IQueryable<Activity> activities, ActivityFilter filter)
    {
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            activities = activities.Where(a => a.Date >= first && a.Date <= last);
        }

        if (filter.Kind is { } kind)
        {
            activities = activities.Where(a => a.Kind == kind);
        }

        if (filter.Mode is { } mode)
        {
            activities = activities.Where(a => a.Mode == mode);
        }

        if (filter.State is { } state)
        {
            activities = activities.Where(a => a.State == state);
        }

        if (filter.Agency is { } agency)
        {
            activities = activities.Where(a => a.Agencies.Any(x => x.Agency == agency));
        }

        return filter.Text is { } text ? activities.Where(a => a.Number.Contains(text) || a.Title.Contains(text)) : activities;
    }

    /// <summary>The latest first unless the reader asks otherwise. A number's length goes before its letters: 2026-100 comes after 2026-99.</summary>
    public static IQueryable<Activity> InOrder(this IQueryable<Activity> activities, Paging paging) => (paging.Sort, paging.Descending) switch
    {
        ("number", false) => activities.OrderBy(a => a.Number.Substring(0, 4)).ThenBy(a => a.Number.Length).ThenBy(a => a.Number),
        ("number", true) => activities.OrderByDescending(a => a.Number.Substring(0, 4)).ThenByDescending(a => a.Number.Length).ThenByDescending(a => a.Number),
        ("title", false) => activities.OrderBy(a => a.Title).ThenBy(a => a.Number),
        ("title", true) => activities.OrderByDescending(a => a.Title).ThenBy(a => a.Number),
        ("kind", false) => activities.OrderBy(a => a.Kind).ThenByDescending(a => a.Date).ThenBy(a => a.Number),
        ("kind", true) => activities.OrderByDescending(a => a.Kind).ThenByDescending(a => a.Date).ThenBy(a => a.Number),
        ("state", false) => activities.OrderBy(a => a.State).ThenByDescending(a => a.Date).ThenBy(a => a.Number),
        ("state", true) => activities.OrderByDescending(a => a.State).ThenByDescending(a => a.Date).ThenBy(a => a.Number),
        ("date", false) => activities.OrderBy(a => a.Date).ThenBy(a => a.Number),
        _ => activities.OrderByDescending(a => a.Date).ThenByDescending(a => a.Number),
    };

    /// <summary>Adds agencies and attendance, for these activities only, in one query each.</summary>
    public static async Task<IReadOnlyList<ActivityRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<Activity> activities, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = activities.Select(a => a.Id).ToList();
        var participations = ids.Count > Paging.Size ? db.Participations : db.Participations.Where(p => ids.Contains(p.Activity));
        var counts = await participations.AsNoTracking()
            .GroupBy(p => p.Activity)
            .Select(g => new
            {
                g.Key,
                Invited = g.Count(),
                Came = g.Sum(p => p.State == ParticipationState.Attended || p.State == ParticipationState.AttendedPartly ? 1 : 0),
                Freed = g.Sum(p => p.State == ParticipationState.Excused || p.State == ParticipationState.Recused || p.State == ParticipationState.Void ? 1 : 0),
            })
            .ToDictionaryAsync(c => c.Key, cancellationToken);
        var named = activities.SelectMany(a => a.Agencies).Select(a => a.Agency).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(a => named.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return [.. activities.Select(Row)];

        ActivityRow Row(Activity activity)
        {
            var count = counts.GetValueOrDefault(activity.Id);
            return new ActivityRow(
                activity.Id, activity.Number, activity.Title, activity.Kind, activity.Mode, activity.Date, activity.State, activity.IsSecretOn(today),
                [.. activity.Agencies.Select(a => names[a.Agency]).Order(StringComparer.Ordinal)],
                count?.Invited ?? 0, count?.Came ?? 0, (count?.Invited ?? 0) - (count?.Freed ?? 0));
        }
    }

    /// <summary>Everybody invited, by group and name; the group is the one of the day of the activity.</summary>
    public static async Task<IReadOnlyList<InviteeRow>> InviteesAsync(this PortalDbContext db, Activity activity, bool withReasons, CancellationToken cancellationToken)
    {
        var (id, day) = (activity.Id, activity.Date);
        var rows = await (
            from participation in db.Participations.AsNoTracking()
            join person in db.People on participation.Person equals person.Id
            where participation.Activity == id
            select new
            {
                person.Id,
                person.FullName,
                Participation = participation.Id,
                participation.State,
                participation.Reason,
                Group = db.Appointments
                    .Where(t => t.Person == person.Id)
                    .OrderByDescending(t => t.TermStart <= day && t.TermEnd >= day)
                    .ThenByDescending(t => t.Sequence)
                    .Select(t => (SourceCategory?)t.Group)
                    .FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return [.. rows
            .Select(r => new InviteeRow(r.Id, r.FullName, r.Group, r.State, withReasons ? r.Reason : null, r.Participation))
            .OrderBy(r => r.Group).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    public static async Task<ActivityFilterChoices> FilterChoicesAsync(this PortalDbContext db, IQueryable<Activity> activities, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var first = await activities.MinAsync(a => (DateOnly?)a.Date, cancellationToken);
        var last = await activities.MaxAsync(a => (DateOnly?)a.Date, cancellationToken);
        return new ActivityFilterChoices(
            first is null ? [] : [.. Enumerable.Range(first.Value.Year, last!.Value.Year - first.Value.Year + 1).Reverse()],
            await db.AgencyChoicesAsync(recused, cancellationToken));
    }

    public static async Task<IReadOnlyList<NamedChoice>> AgencyChoicesAsync(this PortalDbContext db, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var hidden = recused.Agencies;
        return await db.Agencies.AsNoTracking()
            .Where(a => !a.IsExternal && !hidden.Contains(a.Id))
            .OrderBy(a => a.Code)
            .Select(a => new NamedChoice(a.Id.Value, a.Name))
            .ToListAsync(cancellationToken);
    }
}

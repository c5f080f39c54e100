using Portal.Access;
using Portal.Domain.Activities;

namespace Portal.Data.Activities;

public static class KnownToExtensions
{
    /// <summary>Leaves out undercover visits that have not happened yet, unless the reader handles them. The same rule as <see cref="Activity.IsSecretOn"/>: lists, counts, search and exports all go through here. Participants read theirs among their own activities.</summary>
    public static IQueryable<Activity> KnownTo(this IQueryable<Activity> activities, Actor actor, DateOnly today) =>
        actor.Role == PortalRole.Administrator
            ? activities
            : activities.Where(a =>
                a.Mode != SupervisionMode.UnannouncedVisit
                || a.Date < today
                || a.State == ActivityState.Completed || a.State == ActivityState.Archived || a.State == ActivityState.Cancelled);
}

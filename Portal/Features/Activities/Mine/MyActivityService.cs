using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Activities.Mine;

/// <summary>A supervisor's own activities and their answers (Article 8 (5)). Nobody finds here what they are not invited to, least of all an unannounced visit.</summary>
public sealed class MyActivityService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <summary>Past activities that are shown at the most.</summary>
    public const int PastShown = 50;

    public async Task<MyActivities> ListAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnActivities, cancellationToken: cancellationToken);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await MineAsync(db, actor.Person, cancellationToken);
        var agencies = mine.SelectMany(m => m.Activity.Agencies.Select(a => a.Agency)).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        List<MyActivityRow> rows = [.. mine.Select(m => Row(m, names, today))];
        return new MyActivities([.. rows.Where(r => IsComing(r, today)).OrderBy(r => r.Date)], [.. rows.Where(r => !IsComing(r, today)).Take(PastShown)]);
    }

    public Task AcceptAsync(ParticipationId id, CancellationToken cancellationToken = default) =>
        AnswerAsync(id, mine => mine.Part.Accept(mine.Activity.Date, clock.Today()), cancellationToken);

    public Task RequestLeaveAsync(ParticipationId id, string reason, CancellationToken cancellationToken = default) =>
        AnswerAsync(id, mine => mine.Part.RequestLeave(reason.Trim(), mine.Activity.Date, clock.Today()), cancellationToken);

    private static bool IsComing(MyActivityRow row, DateOnly today) =>
        row.Date >= today && row.ActivityState is not (ActivityState.Completed or ActivityState.Archived);

    private static MyActivityRow Row(Mine mine, Dictionary<AgencyId, string> names, DateOnly today)
    {
        var (part, activity) = mine;
        return new MyActivityRow(
            part.Id, activity.Id, activity.Title, activity.Kind, activity.Mode, activity.Date, activity.HourTenths, activity.Mandatory, activity.RequiresDocumentAccess,
            activity.State, activity.CancelReason, [.. activity.Agencies.Select(a => names[a.Agency])], part.State, part.Reason,
            part.WhyNotAccept(activity.Date, today), part.WhyNotRequestLeave(activity.Date, today));
    }

    private static async Task<List<Mine>> MineAsync(PortalDbContext db, PersonId person, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(person, cancellationToken);
        var mine = await (
            from activity in db.Activities.AsNoTracking().OpenTo(recused)
            join part in db.Participations.AsNoTracking() on activity.Id equals part.Activity
            where part.Person == person && activity.State != ActivityState.Draft
            orderby activity.Date descending, activity.Number descending
            select new { part, activity }).ToListAsync(cancellationToken);
        return [.. mine.Select(m => new Mine(m.part, m.activity))];
    }

    /// <summary>An invitation that does not exist, is somebody else's, or is to something the person has stepped aside from: all are refused alike.</summary>
    private Task AnswerAsync(ParticipationId id, Action<Mine> answer, CancellationToken cancellationToken) => work.WriteAsync(
        async db =>
        {
            var part = await db.Participations.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
            var actor = await access.DemandAsync(Permissions.AnswerInvitation, part, cancellationToken);
            var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
            var activity = part is null ? null : await db.Activities.OpenTo(recused).SingleOrDefaultAsync(a => a.Id == part.Activity && a.State != ActivityState.Draft, cancellationToken);
            if (part is null || activity is null)
            {
                throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.AnswerInvitation));
            }

            answer(new Mine(part, activity));
        },
        cancellationToken);

    private sealed record Mine(Participation Part, Activity Activity);
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Recusals;

namespace Portal.Data.Recusals;

/// <summary>What a recusal does to invitations, wherever it is declared or decided.</summary>
internal static class RecusalEffects
{
    /// <summary>A recusal in effect takes the person out of the coming activities it covers (domain.md A4-6).</summary>
    public static async Task StepAsideAsync(this PortalDbContext db, RecusalDeclaration recusal, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var (participation, activity) in await db.ComingAsync(recusal, today, cancellationToken))
        {
            if (recusal.Covers(activity.Id, activity.Agencies.Select(a => a.Agency)) && participation.WhyNotRecuse() is null)
            {
                participation.Recuse();
            }
        }
    }

    /// <summary>Invitations stand again where no other recusal keeps the person out.</summary>
    public static async Task StepBackInAsync(this PortalDbContext db, RecusalDeclaration ended, DateOnly today, CancellationToken cancellationToken)
    {
        var others = await db.Recusals
            .Where(r => r.Person == ended.Person && r.Id != ended.Id && (r.State == RecusalState.Declared || r.State == RecusalState.Recused))
            .ToListAsync(cancellationToken);
        foreach (var (participation, activity) in await db.ComingAsync(ended, today, cancellationToken))
        {
            var agencies = activity.Agencies.Select(a => a.Agency).ToList();
            if (participation.State == ParticipationState.Recused && ended.Concerns(activity.Id, agencies) && !others.Exists(r => r.Covers(activity.Id, agencies)))
            {
                participation.Reinstate();
            }
        }
    }

    private static async Task<IReadOnlyList<(Participation, Activity)>> ComingAsync(this PortalDbContext db, RecusalDeclaration recusal, DateOnly today, CancellationToken cancellationToken)
    {
        var coming = await (
            from participation in db.Participations
            join activity in db.Activities on participation.Activity equals activity.Id
            where participation.Person == recusal.Person && activity.Date >= today
                && activity.State != ActivityState.Completed && activity.State != ActivityState.Archived && activity.State != ActivityState.Cancelled
            select new { participation, activity }).ToListAsync(cancellationToken);
        return [.. coming.Select(c => (c.participation, c.activity))];
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Data.Recusals;

/// <summary>Everything that one person steps aside from at this moment (Article 11). A person is kept from few matters, so that they are read once and used as a filter.</summary>
public sealed record RecusedFrom(IReadOnlyList<AgencyId> Agencies, IReadOnlyList<ActivityId> Activities, IReadOnlyList<FindingId> Findings)
{
    public static RecusedFrom Nothing { get; } = new([], [], []);

    public bool Covers(FindingId finding, AgencyId? agency) =>
        Findings.Contains(finding) || (agency is { } known && Agencies.Contains(known));

    public bool Covers(AgencyId? agency) => agency is { } known && Agencies.Contains(known);

    public bool Covers(Activity activity) =>
        Activities.Contains(activity.Id) || activity.Agencies.Any(a => Agencies.Contains(a.Agency));
}

public static class RecusedFromExtensions
{
    public static async Task<RecusedFrom> RecusedFromAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken)
    {
        var standing = await db.Recusals.AsNoTracking()
            .Where(r => r.Person == person && (r.State == RecusalState.Declared || r.State == RecusalState.Recused))
            .Select(r => new { r.Agency, r.Activity, r.Finding })
            .ToListAsync(cancellationToken);
        return standing.Count == 0 ? RecusedFrom.Nothing : new RecusedFrom(
            [.. standing.Where(r => r.Agency is not null).Select(r => r.Agency!.Value)],
            [.. standing.Where(r => r.Activity is not null).Select(r => r.Activity!.Value)],
            [.. standing.Where(r => r.Finding is not null).Select(r => r.Finding!.Value)]);
    }

    /// <summary>Leaves out what the reader is recused from: lists, counts, search and exports all go through here.</summary>
    public static IQueryable<Finding> OpenTo(this IQueryable<Finding> findings, RecusedFrom recused)
    {
        var ids = recused.Findings;
        var agencies = recused.Agencies.Select(a => (AgencyId?)a).ToList();
        if (ids.Count > 0)
        {
            findings = findings.Where(f => !ids.Contains(f.Id));
        }

        return agencies.Count > 0 ? findings.Where(f => f.Agency == null || !agencies.Contains(f.Agency)) : findings;
    }

    /// <summary>Leaves out the activities that the reader is recused from.</summary>
    public static IQueryable<Activity> OpenTo(this IQueryable<Activity> activities, RecusedFrom recused)
    {
        var ids = recused.Activities;
        var agencies = recused.Agencies;
        if (ids.Count > 0)
        {
            activities = activities.Where(a => !ids.Contains(a.Id));
        }

        return agencies.Count > 0 ? activities.Where(a => !a.Agencies.Any(x => agencies.Contains(x.Agency))) : activities;
    }

    /// <summary>Leaves out recusals from matters that the reader is recused from too; their own stay.</summary>
    public static IQueryable<RecusalDeclaration> OpenTo(this IQueryable<RecusalDeclaration> recusals, RecusedFrom recused, PersonId? reader, PortalDbContext db)
    {
        if (recused == RecusedFrom.Nothing)
        {
            return recusals;
        }

        var findings = db.Findings.OpenTo(recused).Select(f => (FindingId?)f.Id);
        var activities = db.Activities.OpenTo(recused).Select(a => (ActivityId?)a.Id);
        var agencies = recused.Agencies.Select(a => (AgencyId?)a).ToList();
        return recusals.Where(r => r.Person == reader
            || (r.Agency != null ? !agencies.Contains(r.Agency) : r.Activity != null ? activities.Contains(r.Activity) : findings.Contains(r.Finding)));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>What the recusal feature reads.</summary>
internal static class RecusalQueries
{
    public static IQueryable<RecusalDeclaration> Where(this IQueryable<RecusalDeclaration> recusals, RecusalFilter? filter) => filter switch
    {
        RecusalFilter.Pending => recusals.Where(r => r.State == RecusalState.Declared || r.State == RecusalState.Directed || r.State == RecusalState.Requested),
        RecusalFilter.InEffect => recusals.Where(r => r.State == RecusalState.Declared || r.State == RecusalState.Recused),
        RecusalFilter.Done => recusals.Where(r => r.State == RecusalState.NotRequired || r.State == RecusalState.Lifted),
        _ => recusals,
    };

    public static IQueryable<RecusalRow> RecusalRows(this PortalDbContext db, IQueryable<RecusalDeclaration> recusals) =>
        from recusal in recusals.AsNoTracking()
        join person in db.People on recusal.Person equals person.Id
        join a in db.Agencies on recusal.Agency equals (AgencyId?)a.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        join b in db.Activities on recusal.Activity equals (ActivityId?)b.Id into activities
        from activity in activities.DefaultIfEmpty()
        join c in db.Findings on recusal.Finding equals (Domain.Findings.FindingId?)c.Id into findings
        from finding in findings.DefaultIfEmpty()
        select new RecusalRow(
            recusal.Id, recusal.Person, person.FullName, recusal.Agency, recusal.Activity, recusal.Finding,
            agency != null ? agency.Name : activity != null ? activity.Title : finding!.Number,
            recusal.Ground, recusal.Explanation, recusal.State, recusal.FiledOn,
            recusal.DecidedOn, recusal.DecisionReason, recusal.LiftedOn, recusal.LiftReason);

    /// <summary>The oldest pending first unless the reader asks otherwise, then the newest.</summary>
    public static IQueryable<RecusalRow> InOrder(this IQueryable<RecusalRow> rows, Paging paging) => (paging.Sort, paging.Descending) switch
    {
        ("person", false) => rows.OrderBy(r => r.PersonName).ThenBy(r => r.Id),
        ("person", true) => rows.OrderByDescending(r => r.PersonName).ThenBy(r => r.Id),
        ("state", false) => rows.OrderBy(r => r.State).ThenBy(r => r.FiledOn).ThenBy(r => r.Id),
        ("state", true) => rows.OrderByDescending(r => r.State).ThenBy(r => r.FiledOn).ThenBy(r => r.Id),
        ("filed", false) => rows.OrderBy(r => r.FiledOn).ThenBy(r => r.Id),
        _ => rows.OrderByDescending(r => r.FiledOn).ThenBy(r => r.Id),
    };

    public static async Task<RecusalChoices> ChoicesForAsync(this PortalDbContext db, PersonId person, DateOnly today, CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Code).Select(a => new Choice(a.Id.Value, a.Name)).ToListAsync(cancellationToken);
        var activities = await db.Activities.AsNoTracking()
            .Where(a => a.Date >= today && db.Participations.Any(p => p.Activity == a.Id && p.Person == person))
            .OrderBy(a => a.Date)
            .Select(a => new Choice(a.Id.Value, a.Title))
            .ToListAsync(cancellationToken);
        var findings = await db.Findings.AsNoTracking()
            .Where(f => f.Author == person || f.CoAuthors.Any(c => c.Person == person))
            .OrderByDescending(f => f.SubmittedOn)
            .Select(f => new Choice(f.Id.Value, f.Number))
            .ToListAsync(cancellationToken);
        return new RecusalChoices(agencies, activities, findings);
    }

    public static Task<bool> IsOnRecordAsync(this PortalDbContext db, PersonId person, RecusalMatter matter, CancellationToken cancellationToken) =>
        db.Recusals.AnyAsync(
            r => r.Person == person
                && r.Agency == matter.Agency && r.Activity == matter.Activity && r.Finding == matter.Finding
                && r.State != RecusalState.NotRequired && r.State != RecusalState.Lifted,
            cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
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

    /// <summary>The newest first unless the reader asks otherwise.</summary>
    public static IQueryable<RecusalDeclaration> InOrder(this PortalDbContext db, IQueryable<RecusalDeclaration> recusals, Paging paging) => (paging.Sort, paging.Descending) switch
    {
        ("person", false) => recusals.OrderBy(r => db.People.First(p => p.Id == r.Person).FullName).ThenBy(r => r.Id),
        ("person", true) => recusals.OrderByDescending(r => db.People.First(p => p.Id == r.Person).FullName).ThenBy(r => r.Id),
        ("state", false) => recusals.OrderBy(r => r.State).ThenBy(r => r.FiledOn).ThenBy(r => r.Id),
        ("state", true) => recusals.OrderByDescending(r => r.State).ThenBy(r => r.FiledOn).ThenBy(r => r.Id),
        ("filed", false) => recusals.OrderBy(r => r.FiledOn).ThenBy(r => r.Id),
        _ => recusals.OrderByDescending(r => r.FiledOn).ThenBy(r => r.Id),
    };

    /// <summary>Rows in words, in the order that the recusals come in; names are looked up for these rows only.</summary>
    public static IQueryable<RecusalRow> Rows(this PortalDbContext db, IQueryable<RecusalDeclaration> ordered) =>
        ordered.AsNoTracking().Select(r => new RecusalRow(
            r.Id, r.Person, db.People.First(p => p.Id == r.Person).FullName, r.Agency, r.Activity, r.Finding,
            db.Agencies.Where(a => a.Id == r.Agency).Select(a => a.Name).FirstOrDefault()
                ?? db.Activities.Where(a => a.Id == r.Activity).Select(a => a.Title).FirstOrDefault()
                ?? db.Findings.Where(f => f.Id == r.Finding).Select(f => f.Number).First(),
            r.Ground, r.Explanation, r.State, r.FiledOn, r.DecidedOn, r.DecisionReason, r.LiftedOn, r.LiftReason));

    /// <param name="hidden">What whoever fills in the form steps aside from and finds nothing of (Article 11).</param>
    public static async Task<RecusalChoices> ChoicesForAsync(this PortalDbContext db, PersonId person, RecusedFrom hidden, DateOnly today, CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.AsNoTracking().Where(a => !hidden.Agencies.Contains(a.Id)).OrderBy(a => a.Code).Select(a => new Choice(a.Id.Value, a.Name)).ToListAsync(cancellationToken);
        var activities = await db.Activities.AsNoTracking().OpenTo(hidden)
            .Where(a => a.Date >= today && a.State != ActivityState.Draft && db.Participations.Any(p => p.Activity == a.Id && p.Person == person))
            .OrderBy(a => a.Date)
            .Select(a => new Choice(a.Id.Value, a.Title))
            .ToListAsync(cancellationToken);
        var findings = await db.Findings.AsNoTracking().OpenTo(hidden)
            .Where(f => f.Author == person || f.CoAuthors.Any(c => c.Person == person))
            .OrderByDescending(f => f.SubmittedOn)
            .Select(f => new Choice(f.Id.Value, f.Number))
            .ToListAsync(cancellationToken);
        return new RecusalChoices(agencies, activities, findings);
    }

    public static async Task<IReadOnlyList<Choice>> InOfficeAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var inOffice = db.Appointments.InOffice(today).Select(t => t.Person);
        return await db.People.AsNoTracking()
            .Where(p => inOffice.Contains(p.Id))
            .OrderBy(p => p.FullName).ThenBy(p => p.Id)
            .Select(p => new Choice(p.Id.Value, p.FullName))
            .ToListAsync(cancellationToken);
    }

    public static Task<bool> IsOnRecordAsync(this PortalDbContext db, PersonId person, RecusalMatter matter, CancellationToken cancellationToken) =>
        db.Recusals.AnyAsync(
            r => r.Person == person
                && r.Agency == matter.Agency && r.Activity == matter.Activity && r.Finding == matter.Finding
                && r.State != RecusalState.NotRequired && r.State != RecusalState.Lifted,
            cancellationToken);
}

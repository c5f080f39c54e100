using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Supervisors;

/// <summary>The register of supervisors and each one's file (Article 3).</summary>
public sealed class SupervisorService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, AuditedViews views, ISensitiveReads reads, TimeProvider clock)
{
    public const int ReasonLength = 200;

    /// <summary>Findings that a file names; the list of findings has them all.</summary>
    public const int FindingsShown = 50;

    public async Task<PageOf<SupervisorRow>> ListAsync(SupervisorFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeSupervisors, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var page = await db.Supervisors(today).Where(filter, db, today).InOrder(paging, db).PageAsync(paging, cancellationToken);
        return new PageOf<SupervisorRow>(await db.RowsAsync(page.Rows, today, cancellationToken), page.Total);
    }

    public async Task<IReadOnlyList<SupervisorRow>> ExportAsync(SupervisorFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeSupervisors, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        return await db.RowsAsync(await db.Supervisors(today).Where(filter, db, today).InOrder(paging, db).AllForExportAsync(cancellationToken), today, cancellationToken);
    }

    /// <param name="year">Of the attendance; this year when it is not given.</param>
    /// <returns><c>null</c> when nobody with this id ever held office.</returns>
    public async Task<SupervisorFile?> GetAsync(PersonId id, int? year = null, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeSupervisors, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var entry = await db.Supervisors(today).Where(e => e.Person.Id == id).SingleOrDefaultAsync(cancellationToken);
        if (entry is null)
        {
            return null;
        }

        await views.RecordAsync(reader, Permissions.SeeSupervisors, AuditedObject.Of(id), cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var terms = await db.Appointments.AsNoTracking().Where(t => t.Person == id).OrderByDescending(t => t.Sequence).ToListAsync(cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(c => c.Person == id).OrderByDescending(c => c.Number).ToListAsync(cancellationToken);
        var years = Years(await db.FirstYearOfAsync(id, cancellationToken) ?? today.Year, terms.Min(t => t.TermStart.Year), today.Year);
        var shown = year is { } wanted && years.Contains(wanted) ? wanted : today.Year;
        var findings = Roles.Grant(reader.Role, Permissions.HandleFinding) ? db.FindingsBy(id, recused) : null;
        return new SupervisorFile(
            (await db.RowsAsync([entry], today, cancellationToken))[0],
            entry.Person.Sex,
            entry.Person.BirthDate is { } born ? AgeInYears.On(today, born) : null,
            entry.Person.IdNumber?.Masked,
            entry.Person.Phone?.Masked,
            entry.Term.Channel,
            [.. terms.Select(t => new TermRow(t.Sequence, t.Group, t.Channel, t.TermStart, t.LastDay, SupervisorRow.Shown(t, today), SupervisorRow.StatusOf(t, today), t.Ground, t.Remark))],
            [.. cards.Select(c => new CardRow(c.Number, c.State))],
            shown,
            years,
            await db.AttendanceOfAsync(id, shown, reader, recused, today, cancellationToken),
            findings is null ? null : await findings
                .OrderByDescending(f => f.SubmittedOn).ThenByDescending(f => f.Number)
                .Take(FindingsShown)
                .Select(f => new FindingRow(f.Id, f.Number, f.Category, f.State, f.SubmittedOn))
                .ToListAsync(cancellationToken),
            findings is null ? 0 : await findings.CountAsync(cancellationToken),
            await db.RecusalsOfAsync(id, reader, today, cancellationToken),
            MayReveal: Roles.Grant(reader.Role, Permissions.RevealIdNumber));
    }

    /// <summary>The full identity number. On record before it is given out.</summary>
    /// <returns><c>null</c> when nobody with this id ever held office, or no number is known.</returns>
    public async Task<RevealedNumber?> RevealAsync(PersonId id, string reason, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.RevealIdNumber, cancellationToken: cancellationToken);
        Rule.Require(string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength ? PersonRules.RevealReasonMissing() : null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await db.Supervisors(clock.Today()).Where(e => e.Person.Id == id).Select(e => e.Person.IdNumber).SingleOrDefaultAsync(cancellationToken);
        if (number is not { } known)
        {
            return null;
        }

        await reads.RecordAsync(new SensitiveRead(SensitiveReadKind.IdentityNumber, reader.Person, id.Value.ToString(), reason.Trim(), nameof(Person.IdNumber)), cancellationToken);
        return new RevealedNumber(known.Value);
    }

    // What the office's register knew before the portal is history too: attendance may be older than the first term on record.
    private static List<int> Years(int firstActivity, int firstTerm, int last)
    {
        var first = Math.Min(Math.Min(firstActivity, firstTerm), last);
        return [.. Enumerable.Range(first, last - first + 1).Reverse()];
    }
}

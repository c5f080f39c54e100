using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;

namespace Portal.Features.AuditRecord;

/// <summary>What a reader may find in the record. Of a matter they step aside from, and of a visit they may not know yet, there is nothing (Article 11).</summary>
internal static class AuditQueries
{
    /// <summary>People that a part of a name is looked up for.</summary>
    private const int Namesakes = 200;

    public static async Task<IQueryable<AuditEntry>> AuditOpenToAsync(this PortalDbContext db, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking();
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        if (recused == RecusedFrom.Nothing && Roles.Grant(reader.Role, Permissions.HandleFinding))
        {
            return entries;
        }

        var openFindings = db.Findings.OpenTo(recused);
        var openActivities = db.Activities.OpenTo(recused).KnownTo(reader, today);
        var openRecusals = await db.RecusalsOpenToAsync(reader, today, cancellationToken);
        var activities = await db.Activities.Where(a => !openActivities.Any(o => o.Id == a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
        var findings = await db.Findings.Where(f => !openFindings.Any(o => o.Id == f.Id)).Select(f => f.Id).ToListAsync(cancellationToken);
        var recusals = await db.Recusals.Where(r => !openRecusals.Any(o => o.Id == r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        List<string> hidden =
        [
            .. Ids(recused.Agencies),
            .. Ids(activities),
            .. Ids(findings),
            .. Ids(recusals),
            .. await AboutAsync(db, [.. recused.Agencies], activities, findings, recusals, cancellationToken),
        ];
        return hidden.Count == 0 ? entries : entries.WithoutObjects(hidden, db.TextCollation);
    }

    // A list in one parameter has the database's collation on SQL Server, which refuses to compare it with a column of another unless told how.
    internal static IQueryable<AuditEntry> WithoutObjects(this IQueryable<AuditEntry> entries, IReadOnlyList<string> hidden, string collation) =>
        entries.Where(e => e.ObjectId == null || !EF.Parameter(hidden).Contains(EF.Functions.Collate(e.ObjectId, collation)));

    public static async Task<IQueryable<AuditEntry>> MatchingAsync(this IQueryable<AuditEntry> entries, AuditFilter filter, PortalDbContext db, Actor reader, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (filter.Who is { } name)
        {
            var people = await db.People.Where(p => p.FullName.Contains(name)).Take(Namesakes).Select(p => (PersonId?)p.Id).ToListAsync(cancellationToken);
            entries = entries.Where(e => people.Contains(e.Person));
            if (!KnowsAuthors(reader))
            {
                // Looking for a person must not find what that person reported.
                entries = entries.Where(e => e.Role != PortalRole.Supervisor);
            }
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(e => e.Act == act);
        }

        if (filter.Type is { } type)
        {
            entries = entries.Where(e => e.ObjectType == type);
        }

        if (filter.Key is { } id)
        {
            entries = entries.Where(e => e.ObjectId == id);
            if (!KnowsAuthors(reader))
            {
                entries = entries.Where(e => e.Role != PortalRole.Supervisor || e.ObjectType == nameof(Finding));
            }
        }

        if (filter.Outcome is { } outcome)
        {
            entries = entries.Where(e => e.Outcome == outcome);
        }

        if (filter.From is { } from)
        {
            var start = clock.StartOf(from);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = clock.StartOf(until.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    public static async Task<IReadOnlyList<AuditRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<AuditEntry> entries, Actor reader, CancellationToken cancellationToken)
    {
        var knows = KnowsAuthors(reader);
        var people = entries.Where(e => knows || !IsBySupervisor(e)).Select(e => e.Person).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        var erased = await db.ErasedKeysAsync([.. entries.SelectMany(e => AuditChanges.KeysOf(e.Before).Concat(AuditChanges.KeysOf(e.After))).Distinct()], cancellationToken);
        return await db.NamingAsync([.. entries.Select(e => knows || !IsBySupervisor(e) ? Row(e) : Withheld(Row(e)))], cancellationToken);

        AuditRow Row(AuditEntry e) => new(
            e.Sequence,
            e.At,
            e.Person is { } person ? names.GetValueOrDefault(person) : null,
            e.Role,
            IsWithheld: false,
            e.Act,
            e.ObjectType,
            e.ObjectId,
            e.Outcome,
            e.Reason,
            AuditChanges.Of(e.Before, e.After, erased));
    }

    // What a supervisor did beside reporting, such as adding a file to the finding or signing in just before, would name who reported it.
    private static AuditRow Withheld(AuditRow row) => row.ObjectType == nameof(Finding)
        ? row with { Who = null, IsWithheld = true }
        : row with { Who = null, IsWithheld = true, ObjectId = null, Reason = null, Changes = [] };

    private static async Task<IEnumerable<string>> AboutAsync(
        PortalDbContext db, List<AgencyId> agencies, List<ActivityId> activities, List<FindingId> findings, List<RecusalId> recusals, CancellationToken cancellationToken)
    {
        var (units, visits, reported) = (agencies.Select(a => (AgencyId?)a).ToList(), activities.Select(a => (ActivityId?)a).ToList(), findings.Select(f => (FindingId?)f).ToList());
        List<Guid> owners = [.. findings.Select(f => f.Value), .. recusals.Select(r => r.Value)];
        return
        [
            .. Ids(await db.Participations.Where(p => activities.Contains(p.Activity)).Select(p => p.Id).ToListAsync(cancellationToken)),
            .. Ids(await db.IntroductionLetters.Where(l => agencies.Contains(l.Agency) || visits.Contains(l.Activity)).Select(l => l.Id).ToListAsync(cancellationToken)),
            .. Ids(await db.IssuedDocuments.Where(d => units.Contains(d.Agency) || visits.Contains(d.Activity)).Select(d => d.Id).ToListAsync(cancellationToken)),
            .. Ids(await db.Evidence.Where(f => owners.Contains(f.Owner)).Select(f => f.Id).ToListAsync(cancellationToken)),
            .. Ids(await db.LegalHolds.Where(h => reported.Contains(h.Finding)).Select(h => h.Id).ToListAsync(cancellationToken)),
        ];
    }

    private static IEnumerable<string> Ids<TId>(IEnumerable<TId> ids)
        where TId : struct, ITypedId<TId> => ids.Select(id => AuditedObject.Of(id).Id);

    private static bool KnowsAuthors(Actor reader) => Roles.Grant(reader.Role, Permissions.HandleFinding);

    private static bool IsBySupervisor(AuditEntry entry) => entry.Role == PortalRole.Supervisor;
}

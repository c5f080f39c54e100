using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.AuditRecord;

/// <summary>What a reader may find in the record. Of a matter they step aside from, and of a visit they may not know yet, there is nothing (Article 11).</summary>
internal static class AuditQueries
{
    /// <summary>People that a part of a name is looked up for.</summary>
    private const int Namesakes = 200;

    private static readonly string[] s_byAuthors = [Permissions.FileFinding.Name, Permissions.SeeOwnFinding.Name, Permissions.AnswerOwnFinding.Name];

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
        List<string> hidden =
        [
            .. recused.Agencies.Select(a => AuditedObject.Of(a).Id),
            .. activities.Select(a => AuditedObject.Of(a).Id),
            .. (await db.Findings.Where(f => !openFindings.Any(o => o.Id == f.Id)).Select(f => f.Id).ToListAsync(cancellationToken)).Select(f => AuditedObject.Of(f).Id),
            .. (await db.Participations.Where(p => activities.Contains(p.Activity)).Select(p => p.Id).ToListAsync(cancellationToken)).Select(p => AuditedObject.Of(p).Id),
            .. (await db.Recusals.Where(r => !openRecusals.Any(o => o.Id == r.Id)).Select(r => r.Id).ToListAsync(cancellationToken)).Select(r => AuditedObject.Of(r).Id),
        ];
        return hidden.Count == 0 ? entries : entries.Where(e => e.ObjectId == null || !EF.Parameter(hidden).Contains(e.ObjectId));
    }

    public static async Task<IQueryable<AuditEntry>> MatchingAsync(this IQueryable<AuditEntry> entries, AuditFilter filter, PortalDbContext db, Actor reader, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (filter.Who is { } name)
        {
            var people = await db.People.Where(p => p.FullName.Contains(name)).Take(Namesakes).Select(p => (PersonId?)p.Id).ToListAsync(cancellationToken);
            entries = entries.Where(e => people.Contains(e.Person));
            if (!KnowsAuthors(reader))
            {
                // Looking for a person must not find what that person reported.
                entries = entries.Where(e => e.Role != PortalRole.Supervisor || (e.ObjectType != nameof(Finding) && !s_byAuthors.Contains(e.Act)));
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
        var people = entries.Where(e => knows || !IsByAuthor(e)).Select(e => e.Person).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        var erased = await db.ErasedKeysAsync([.. entries.SelectMany(e => AuditChanges.KeysOf(e.Before).Concat(AuditChanges.KeysOf(e.After))).Distinct()], cancellationToken);
        return
        [
            .. entries.Select(e => new AuditRow(
                e.Sequence,
                e.At,
                e.Person is { } person ? names.GetValueOrDefault(person) : null,
                e.Role,
                !knows && IsByAuthor(e),
                e.Act,
                e.ObjectType,
                e.ObjectId,
                e.Outcome,
                e.Reason,
                AuditChanges.Of(e.Before, e.After, erased))),
        ];
    }

    private static bool KnowsAuthors(Actor reader) => Roles.Grant(reader.Role, Permissions.HandleFinding);

    private static bool IsByAuthor(AuditEntry entry) => entry.Role == PortalRole.Supervisor && (entry.ObjectType == nameof(Finding) || s_byAuthors.Contains(entry.Act, StringComparer.Ordinal));
}

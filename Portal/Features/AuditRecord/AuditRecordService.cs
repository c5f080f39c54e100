using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.AuditRecord;

/// <summary>The audit record, for administrators and leadership.</summary>
public sealed class AuditRecordService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, AuditTrail trail, AuditVerifier verifier, DataKeys keys, TimeProvider clock)
{
    public const int ReasonLength = 200;

    /// <summary>How long what was sealed is shown.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromSeconds(60);

    /// <param name="before">Only rows with a lower number: the next page.</param>
    public async Task<AuditPage> ListAsync(AuditFilter filter, long? before = null, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAudit, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await (await db.AuditOpenToAsync(reader, clock.Today(), cancellationToken)).MatchingAsync(filter, db, reader, clock, cancellationToken);
        if (before is { } number)
        {
            entries = entries.Where(e => e.Sequence < number);
        }

        var found = await entries.OrderByDescending(e => e.Sequence).Take(AuditPage.Size + 1).ToListAsync(cancellationToken);
        var shown = found.Take(AuditPage.Size).ToList();
        return new AuditPage(await db.RowsAsync(shown, reader, cancellationToken), found.Count > AuditPage.Size ? shown[^1].Sequence : null, Roles.Grant(reader.Role, Permissions.RevealAudit));
    }

    public async Task<IReadOnlyList<AuditRow>> ExportAsync(AuditFilter filter, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAudit, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await (await db.AuditOpenToAsync(reader, clock.Today(), cancellationToken)).MatchingAsync(filter, db, reader, clock, cancellationToken);
        return await db.RowsAsync([.. await entries.OrderByDescending(e => e.Sequence).AllForExportAsync(cancellationToken)], reader, cancellationToken);
    }

    /// <summary>What a row keeps sealed. On record before it is given out.</summary>
    /// <returns><c>null</c> when there is no such row for this reader.</returns>
    public async Task<IReadOnlyList<AuditChange>?> UnsealAsync(long number, string reason, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.RevealAudit, cancellationToken: cancellationToken);
        Rule.Require(string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength ? PersonRules.RevealReasonMissing() : null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await (await db.AuditOpenToAsync(reader, clock.Today(), cancellationToken)).SingleOrDefaultAsync(e => e.Sequence == number, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var what = row is { ObjectType: { } type, ObjectId: { } id } ? new AuditedObject(type, id) : (AuditedObject?)null;
        await trail.RecordAsync(
            new AuditEvent(AuditedActor.Of(reader), Permissions.RevealAudit.Name, AuditOutcome.Done) { What = what, Reason = reason.Trim(), Facts = [new("Row", number)] },
            cancellationToken);
        var open = await AuditUnsealing.KeysOfAsync(db, keys, row, cancellationToken);
        return await db.NamingAsync(row.ObjectType, AuditChanges.Of(row.Before, row.After, System.Collections.Frozen.FrozenSet<string>.Empty, text => AuditUnsealing.Open(open, text)), cancellationToken);
    }

    public async Task<AuditChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeAudit, cancellationToken: cancellationToken);
        return new AuditChoices(AuditNames.Acts, AuditNames.ObjectTypes);
    }

    /// <summary>Reads the whole record; a million rows take some seconds.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeAudit, cancellationToken: cancellationToken);
        return await Task.Run(() => verifier.VerifyAsync(cancellationToken), cancellationToken);
    }
}

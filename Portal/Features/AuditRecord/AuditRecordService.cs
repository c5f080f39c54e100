using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;

namespace Portal.Features.AuditRecord;

/// <summary>The audit record, for administrators and leadership.</summary>
public sealed class AuditRecordService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, AuditVerifier verifier, TimeProvider clock)
{
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
        return new AuditPage(await db.RowsAsync(shown, reader, cancellationToken), found.Count > AuditPage.Size ? shown[^1].Sequence : null);
    }

    public async Task<IReadOnlyList<AuditRow>> ExportAsync(AuditFilter filter, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeAudit, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await (await db.AuditOpenToAsync(reader, clock.Today(), cancellationToken)).MatchingAsync(filter, db, reader, clock, cancellationToken);
        return await db.RowsAsync([.. await entries.OrderByDescending(e => e.Sequence).AllForExportAsync(cancellationToken)], reader, cancellationToken);
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

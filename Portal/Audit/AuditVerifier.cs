using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Audit;

/// <summary>What is wrong with the first bad row.</summary>
public enum AuditFault
{
    /// <summary>There is no row of this number, although there are later ones.</summary>
    Missing,

    /// <summary>The row does not say what it said when it was written, or was not written by the portal.</summary>
    Changed,

    /// <summary>The row does not follow the one before it.</summary>
    Unlinked,

    /// <summary>The end of the record is gone: its head knows of more rows.</summary>
    Cut,

    /// <summary>There are rows that the head of the record does not know of.</summary>
    BeyondHead,

    /// <summary>The anchor file knows of rows, or of another row, where the database has something else: it was cut or is an older copy.</summary>
    OtherThanAnchored,

    /// <summary>A line of the anchor file was changed or taken out.</summary>
    AnchorFileChanged,

    /// <summary>The record says that a line was written into the anchor file, and the file does not have it: it was deleted, cut, or put back.</summary>
    AnchorMissing,
}

/// <summary>What a verification found.</summary>
/// <param name="Rows">Rows that are in order.</param>
/// <param name="Anchors">Lines of the anchor file that they were held against.</param>
/// <param name="Row">The first bad row; of a changed anchor file, its line; of a missing anchor, the row that was anchored.</param>
public sealed record AuditVerdict(DateTimeOffset At, long Rows, int Anchors, AuditFault? Fault, long? Row)
{
    public bool IsWhole => Fault is null;
}

/// <summary>Reads the record from its first row to its head and says whether it is whole. Writers go on meanwhile: what they add comes after the head that was read first.</summary>
public sealed class AuditVerifier(IDbContextFactory<PortalDbContext> contexts, DataKeys keys, AnchorFile file, TimeProvider clock)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var anchors = file.Read(out var brokenLine);
        if (brokenLine is not null)
        {
            return Verdict(0, anchors.Count, AuditFault.AnchorFileChanged, brokenLine);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // One statement, so that both are of the same moment.
        var (head, last) = await db.AuditHeads.AsNoTracking()
            .Select(h => new ValueTuple<AuditHead, long>(h, db.AuditEntries.Max(e => (long?)e.Sequence) ?? 0))
            .SingleAsync(cancellationToken);
        var key = keys.For(KeyPurpose.Audit);
        var previous = AuditChain.Root;
        var rows = 0L;
        var next = 0;
        var written = anchors.Select(a => a.Sequence).ToHashSet();
        long? missing = null;
        await foreach (var row in db.AuditEntries.AsNoTracking().Where(e => e.Sequence <= head.Sequence).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var expected = rows + 1;
            var fault = row.Sequence > expected ? AuditFault.Missing
                : !row.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(row, key)) ? AuditFault.Changed
                : !row.Previous.AsSpan().SequenceEqual(previous) ? AuditFault.Unlinked
                : (AuditFault?)null;
            for (; fault is null && next < anchors.Count && anchors[next].Sequence <= expected; next++)
            {
                fault = anchors[next].Hash == Convert.ToHexStringLower(row.Hash) ? null : AuditFault.OtherThanAnchored;
            }

            if (fault is not null)
            {
                return Verdict(rows, anchors.Count, fault, expected);
            }

            if (row.Act == AuditActs.AnchorRecord && AuditAnchoring.SequenceOf(row.ObjectId) is { } anchored && !written.Contains(anchored))
            {
                missing ??= anchored;
            }

            previous = row.Hash;
            rows = expected;
        }

        return rows < head.Sequence || !head.Hash.AsSpan().SequenceEqual(previous) ? Verdict(rows, anchors.Count, AuditFault.Cut, rows + 1)
            : last > head.Sequence ? Verdict(rows, anchors.Count, AuditFault.BeyondHead, head.Sequence + 1)
            : next < anchors.Count ? Verdict(rows, anchors.Count, AuditFault.OtherThanAnchored, rows + 1)
            // Last of all: who has lost the file for good still learns what else is wrong.
            : missing is not null ? Verdict(rows, anchors.Count, AuditFault.AnchorMissing, missing)
            : Verdict(rows, anchors.Count, null, null);
    }

    private AuditVerdict Verdict(long rows, int anchors, AuditFault? fault, long? row) => new(clock.GetUtcNow(), rows, anchors, fault, row);
}

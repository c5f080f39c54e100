using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Evidence.Cipher;

namespace Portal.Evidence;

/// <summary>What a private link opens, and whether files may still be added to it.</summary>
public readonly record struct VisitorRights(Guid Owner, bool Takes);

/// <summary>A kind of matter to which people without an account add files, by the private link of what they sent in. The feature that owns the matter implements it.</summary>
public interface IVisitorMatter
{
    EvidenceMatter Matter { get; }

    /// <summary>The page that the private link opens, without its code.</summary>
    string Page { get; }

    /// <summary>How it stands in the record.</summary>
    string Act { get; }

    /// <returns><c>null</c> when no link has this code.</returns>
    Task<VisitorRights?> RightsAsync(PortalDbContext db, string code, CancellationToken cancellationToken);
}

/// <summary>A file that somebody without an account has added, as they may see it again: that it came, and nothing of what is in it.</summary>
public sealed record VisitorFile(string Name, DateTimeOffset AddedAt);

/// <summary>What came by a private link, and how many files may follow.</summary>
public sealed record VisitorFiles(IReadOnlyList<VisitorFile> Files, int Room)
{
    /// <summary>More would be taken, if there were not so many already.</summary>
    public bool IsFull { get; init; }

    public int MaxMegabytes { get; init; }

    public string Accept { get; init; } = "";
}

/// <summary>Files of people without an account (Articles 2, 5, 6): few, small, and never given back. Nobody is asked who they are; whoever has the link is let through.</summary>
public sealed class VisitorEvidence
{
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly EvidenceIntake _intake;
    private readonly UploadsUnderWay _uploads;
    private readonly FileKeys _keys;
    private readonly EvidenceOptions _options;
    private readonly bool _isOpen;
    private readonly Dictionary<EvidenceMatter, IVisitorMatter> _matters;

    internal VisitorEvidence(
        IDbContextFactory<PortalDbContext> contexts, EvidenceIntake intake, UploadsUnderWay uploads, FileKeys keys, IEnumerable<IVisitorMatter> matters, IOptions<EvidenceOptions> options, IOptions<WebOptions> web)
    {
        (_contexts, _intake, _uploads, _keys) = (contexts, intake, uploads, keys);
        (_options, _isOpen, _matters) = (options.Value, web.Value.PublicPages, matters.ToDictionary(m => m.Matter));
    }

    /// <summary>The page from which files of this kind of matter are sent; <c>null</c> when there is none, or the public's pages are switched off.</summary>
    public string? PageOf(EvidenceMatter matter) => _isOpen ? _matters.GetValueOrDefault(matter)?.Page : null;

    /// <returns><c>null</c> when no link has this code.</returns>
    public async Task<VisitorFiles?> ListAsync(EvidenceMatter matter, string? code, CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await RightsAsync(db, matter, code, cancellationToken) is not { } rights)
        {
            return null;
        }

        var files = await Of(db, matter, rights.Owner).AsNoTracking().OrderBy(f => f.AddedAt).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        // What the scanner refused, or the section took back, did not arrive.
        var kept = files.Where(f => f.State != EvidenceState.Refused && f.RemovedAt is null && f.WrappedKey is not null);
        return new VisitorFiles([.. kept.Select(f => new VisitorFile(_keys.TryOpenName(f) ?? Formats.FormatTable.Of(f.Format).Endings[0], f.AddedAt))], rights.Takes ? Math.Max(0, _options.VisitorFiles - files.Count) : 0)
        {
            IsFull = rights.Takes && files.Count >= _options.VisitorFiles,
            MaxMegabytes = _options.MaxDocumentMegabytes,
            Accept = Formats.FormatTable.Accept,
        };
    }

    /// <param name="announced">Bytes that are said to come.</param>
    /// <param name="receive">Begins to read what was sent; <c>null</c> when there is no file in it.</param>
    /// <exception cref="EvidenceRefusedException">With the words why.</exception>
    public async Task AddAsync(EvidenceMatter matter, string? code, long announced, Func<CancellationToken, Task<EvidenceUpload?>> receive, CancellationToken cancellationToken = default)
    {
        AuditScope.PortalActs(_matters.GetValueOrDefault(matter)?.Act ?? AuditActs.Portal);
        using var underWay = _uploads.BeginVisitor(code ?? "", Math.Min(announced, _options.MaxDocumentBytes));
        await using (var db = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            await RequireRoomAsync(db, matter, code, cancellationToken);
            // Asked once, before the first byte: summed up in the transaction it would hold up everybody's files, and those under way are counted already.
            var used = await db.Evidence.Where(f => f.AddedBy == null && f.WrappedKey != null).SumAsync(f => f.Size, cancellationToken);
            if (used + _uploads.AnnouncedBy(person: null) > _options.VisitorQuotaBytes)
            {
                throw Refusals.VisitorsFull();
            }
        }

        var upload = await receive(cancellationToken) ?? throw Refusals.Malformed();
        await _intake.TakeAsync(
            upload,
            _ => _options.MaxDocumentBytes,
            async (db, _) => new EvidencePlace(new EvidenceOwner(matter, await RequireRoomAsync(db, matter, code, cancellationToken)), EvidenceKind.Material, AddedBy: null),
            cancellationToken);
    }

    private async Task<VisitorRights?> RightsAsync(PortalDbContext db, EvidenceMatter matter, string? code, CancellationToken cancellationToken) =>
        _isOpen && !string.IsNullOrWhiteSpace(code) && _matters.TryGetValue(matter, out var of) ? await of.RightsAsync(db, code, cancellationToken) : null;

    private async Task<Guid> RequireRoomAsync(PortalDbContext db, EvidenceMatter matter, string? code, CancellationToken cancellationToken)
    {
        var rights = await RightsAsync(db, matter, code, cancellationToken) ?? throw Refusals.NotFound();
        if (!rights.Takes)
        {
            throw Refusals.Closed();
        }

        // Those that were taken back count too: whoever sends trash gets no new room by having it cleared away.
        if (await Of(db, matter, rights.Owner).CountAsync(cancellationToken) >= _options.VisitorFiles)
        {
            throw Refusals.TooMany(_options.VisitorFiles);
        }

        return rights.Owner;
    }

    private static IQueryable<EvidenceFile> Of(PortalDbContext db, EvidenceMatter matter, Guid owner) => db.Evidence.Where(f => f.Matter == matter && f.Owner == owner && f.AddedBy == null);
}

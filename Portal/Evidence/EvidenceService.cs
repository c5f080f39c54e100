using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.People;
using Portal.Evidence.Cipher;
using Portal.Evidence.Formats;
using Portal.Evidence.Scanning;

namespace Portal.Evidence;

/// <summary>Files of a matter: listed, added, taken back, opened. Whose they are and whether they may be changed is asked of the matter's own feature each time.</summary>
public sealed partial class EvidenceService
{
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly UnitOfWork _work;
    private readonly AccessGuard _access;
    private readonly EvidenceStore _store;
    private readonly UploadsUnderWay _uploads;
    private readonly FileKeys _keys;
    private readonly EvidenceIntake _intake;
    /// <summary>In the record of readings: the copy without traces was taken, or the file could not be given out.</summary>
    internal const string OutsideCopy = "copy";
    internal const string Damaged = "damaged";

    private readonly ISensitiveReads _reads;
    private readonly EvidenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<EvidenceService> _logger;
    private readonly Dictionary<EvidenceMatter, IEvidenceOwner> _owners;

    internal EvidenceService(
        IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, EvidenceStore store, UploadsUnderWay uploads, FileKeys keys, EvidenceIntake intake, ISensitiveReads reads,
        IEnumerable<IEvidenceOwner> owners, IOptions<EvidenceOptions> options, TimeProvider clock, ILogger<EvidenceService> logger)
    {
        (_contexts, _work, _access, _store, _uploads, _keys, _intake, _reads) = (contexts, work, access, store, uploads, keys, intake, reads);
        (_options, _clock, _logger, _owners) = (options.Value, clock, logger, owners.ToDictionary(o => o.Matter));
    }

    /// <returns><c>null</c> when there is no such matter, or none for this reader.</returns>
    public async Task<EvidenceList?> ListAsync(EvidenceOwner owner, CancellationToken cancellationToken = default)
    {
        var actor = await _access.DemandAsync(Permissions.SeeEvidence, cancellationToken: cancellationToken);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await RightsAsync(db, owner, actor, cancellationToken) is not { } rights)
        {
            return null;
        }

        var files = await Of(db.Evidence.AsNoTracking(), rights.Owner).Where(f => !rights.OwnOnly || f.AddedBy == actor.Person).OrderBy(f => f.AddedAt).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        var people = files.Select(f => f.AddedBy).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        return new EvidenceList
        {
            Rows = [.. files.Select(f => Row(f, rights, actor, names))],
            Adds = rights.Adds,
            Room = Math.Max(0, _options.MaxFiles - files.Count(IsCounted)),
            AsksReason = rights.IsFiled,
            GivesOut = rights.GivesOut,
            Accept = FormatTable.Accept,
            MaxDocumentMegabytes = _options.MaxDocumentMegabytes,
            MaxVideoMegabytes = _options.MaxVideoMegabytes,
        };
    }

    /// <summary>Asks first, then receives; asks again before the file becomes part of the matter.</summary>
    /// <param name="announced">Bytes that are said to come: held against the quota and the disk before any does.</param>
    /// <param name="receive">Begins to read what was sent; <c>null</c> when there is no file in it.</param>
    /// <exception cref="EvidenceRefusedException">With the words why.</exception>
    public async Task<EvidenceState> AddAsync(EvidenceOwner owner, EvidenceKind kind, long announced, Func<CancellationToken, Task<EvidenceUpload?>> receive, CancellationToken cancellationToken = default)
    {
        var actor = await _access.DemandAsync(Permissions.AddEvidence, cancellationToken: cancellationToken);
        using var underWay = _uploads.Begin(actor.Person, announced);
        await using (var db = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            await RequireRoomAsync(db, owner, kind, actor, _uploads.AnnouncedBy(actor.Person), cancellationToken);
        }

        var upload = await receive(cancellationToken) ?? throw Refusals.Malformed();
        return await _intake.TakeAsync(
            upload,
            rules => rules.Limit(_options),
            async (db, size) =>
            {
                // The term may have ended meanwhile, the matter may have gone on.
                var still = await _access.DemandAsync(Permissions.AddEvidence, cancellationToken: cancellationToken);
                var rights = await RequireRoomAsync(db, owner, kind, still, size, cancellationToken);
                return new EvidencePlace(rights.Owner, kind, still.Person);
            },
            cancellationToken);
    }

    /// <summary>Takes a file back: gone at once from a form that is still being written, with a reason and a trace from what is filed.</summary>
    /// <returns>Whether there was such a file to take back.</returns>
    public async Task<bool> RemoveAsync(EvidenceId id, string reason, CancellationToken cancellationToken = default)
    {
        string? erased = null;
        var done = await _work.WriteAsync(
            async db =>
            {
                erased = null;
                var actor = await _access.DemandAsync(Permissions.AddEvidence, cancellationToken: cancellationToken);
                var file = await db.Evidence.SingleOrDefaultAsync(f => f.Id == id && f.RemovedAt == null, cancellationToken);
                var rights = file is null ? null : await RightsAsync(db, new EvidenceOwner(file.Matter, file.Owner), actor, cancellationToken);
                if (file is null || rights is null || !CanRemove(file, rights, actor.Person))
                {
                    return false;
                }

                if (!rights.IsFiled)
                {
                    erased = file.StorageName;
                    db.Evidence.Remove(file);
                    return true;
                }

                var given = reason.Trim();
                if (given.Length is 0 or > EvidenceFile.ReasonLength)
                {
                    return false;
                }

                file.Remove(given, _clock.GetUtcNow());
                return true;
            },
            cancellationToken);
        if (erased is not null)
        {
            _store.Erase(erased);
        }

        return done;
    }

    /// <summary>The original, or the copy for others. The first and last segment are verified and the reading is on record before a byte leaves.</summary>
    /// <returns><c>null</c> when there is none, or none for this reader: all look the same.</returns>
    /// <exception cref="EvidenceRefusedException">Damaged, or no copy can be made.</exception>
    public async Task<EvidenceDownload?> OpenAsync(EvidenceId id, bool asCopy, CancellationToken cancellationToken = default)
    {
        var actor = await _access.DemandAsync(Permissions.SeeEvidence, cancellationToken: cancellationToken);
        EvidenceFile? file;
        await using (var db = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            file = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
            var rights = file is null ? null : await RightsAsync(db, new EvidenceOwner(file.Matter, file.Owner), actor, cancellationToken);
            if (file is not { CanBeOpened: true } || rights is null || (rights.OwnOnly && file.AddedBy != actor.Person) || (asCopy ? !(rights.GivesOut || rights.CopiesOnly) : rights.CopiesOnly))
            {
                return null;
            }
        }

        try
        {
            var download = asCopy ? Copy(file) : Original(file);
            await _reads.RecordAsync(new SensitiveRead(SensitiveReadKind.Evidence, actor.Person, id.Value.ToString("D"), asCopy ? OutsideCopy : null), cancellationToken);
            return download with { WriteAsync = OnRecord(download.WriteAsync, file, actor) };
        }
        catch (DamagedEvidenceException)
        {
            await RecordDamagedAsync(file, actor, cancellationToken);
            throw Refusals.Damaged();
        }
    }

    /// <summary>What is damaged behind its beginning is found when half of it is gone. The bytes go out after this call: it is put down to whoever was let through by it.</summary>
    private Func<Stream, CancellationToken, Task> OnRecord(Func<Stream, CancellationToken, Task> write, EvidenceFile file, Actor actor)
    {
        var letThrough = ExecutionContext.Capture()!;
        return async (target, cancellationToken) =>
        {
            try
            {
                await write(target, cancellationToken);
            }
            catch (DamagedEvidenceException)
            {
                var recorded = Task.CompletedTask;
                ExecutionContext.Run(letThrough, _ => recorded = RecordDamagedAsync(file, actor, CancellationToken.None), null);
                await recorded;
                throw;
            }
        };
    }

    private Task RecordDamagedAsync(EvidenceFile file, Actor actor, CancellationToken cancellationToken)
    {
        LogDamaged(_logger, file.Id.Value);
        return _reads.RecordAsync(new SensitiveRead(SensitiveReadKind.Evidence, actor.Person, file.Id.Value.ToString("D"), Damaged), cancellationToken);
    }

    private EvidenceDownload Original(EvidenceFile file)
    {
        var key = _keys.Unwrap(file);
        var content = _store.Open(file, key);
        try
        {
            _ = content.ReadByte();
            content.Position = 0;
            return new EvidenceDownload(
                file.Id, FileKeys.OpenName(file, key), FormatTable.Of(file.Format).ContentType, file.Size, IsCopy: false, content, (target, cancellationToken) => content.CopyToAsync(target, cancellationToken));
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private EvidenceDownload Copy(EvidenceFile file)
    {
        var rules = FormatTable.Of(file.Format);
        var copy = rules.Copy ?? throw Refusals.NoCopy();
        var content = _store.Open(file, _keys.Unwrap(file));
        try
        {
            // Once to nowhere: whatever cannot be copied says so before anything is sent.
            copy(content, Stream.Null);
            content.Position = 0;
            return new EvidenceDownload(file.Id, rules.Endings[0], rules.ContentType, Length: null, IsCopy: true, content, (target, cancellationToken) => CopyPlan.WriteAsync(copy, content, target, cancellationToken));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or EndOfStreamException)
        {
            content.Dispose();
            throw Refusals.NoCopy();
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private async Task<EvidenceRights?> RightsAsync(PortalDbContext db, EvidenceOwner owner, Actor actor, CancellationToken cancellationToken) =>
        _owners.TryGetValue(owner.Matter, out var matter) ? await matter.RightsAsync(db, owner.Id, actor, cancellationToken) : null;

    private async Task<EvidenceRights> RequireRoomAsync(PortalDbContext db, EvidenceOwner owner, EvidenceKind kind, Actor actor, long size, CancellationToken cancellationToken)
    {
        var rights = await RightsAsync(db, owner, actor, cancellationToken) ?? throw Refusals.NotFound();
        if (!rights.Adds.Contains(kind))
        {
            throw Refusals.Closed();
        }

        var there = await Of(db.Evidence, rights.Owner).CountAsync(f => f.RemovedAt == null && f.State != EvidenceState.Refused && (!rights.OwnOnly || f.AddedBy == actor.Person), cancellationToken);
        if (there >= _options.MaxFiles)
        {
            throw Refusals.TooMany(_options.MaxFiles);
        }

        var used = await db.Evidence.Where(f => f.AddedBy == actor.Person && f.WrappedKey != null).SumAsync(f => f.Size, cancellationToken);
        return used + size <= _options.QuotaBytes ? rights : throw Refusals.Quota(_options.QuotaMegabytes);
    }

    private EvidenceRow Row(EvidenceFile file, EvidenceRights rights, Actor actor, Dictionary<PersonId, string> names)
    {
        var rules = FormatTable.Of(file.Format);
        var isProtected = file.Kind == EvidenceKind.Material && !rights.KnowsAuthors;
        return new EvidenceRow(
            file.Id, Name(file, rules), file.Format, file.Size, file.Kind, file.State, file.AddedAt, isProtected || file.AddedBy is not { } by ? null : names.GetValueOrDefault(by),
            CanOpen: file.CanBeOpened && !rights.CopiesOnly,
            CanCopy: file.CanBeOpened && rules.Copy is not null && (rights.GivesOut || rights.CopiesOnly),
            CanRemove(file, rights, actor.Person), file.RemovalReason)
        {
            IsFromVisitor = file.AddedBy is null,
        };
    }

    private string Name(EvidenceFile file, FormatRules rules)
    {
        if (file.WrappedKey is null)
        {
            return rules.Endings[0];
        }

        if (_keys.TryOpenName(file) is { } name)
        {
            return name;
        }

        LogDamaged(_logger, file.Id.Value);
        return rules.Endings[0];
    }

    private static IQueryable<EvidenceFile> Of(IQueryable<EvidenceFile> files, EvidenceOwner owner) => files.Where(f => f.Matter == owner.Matter && f.Owner == owner.Id);

    private static bool IsCounted(EvidenceFile file) => file.RemovedAt is null && file.State != EvidenceState.Refused;

    private static bool CanRemove(EvidenceFile file, EvidenceRights rights, PersonId person) => IsCounted(file) && (file.AddedBy is null ? rights.TakesBackVisitors : file.AddedBy == person && rights.Adds.Contains(file.Kind));

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored file {Id} is not what was stored, or its key is gone.")]
    private static partial void LogDamaged(ILogger logger, Guid id);
}

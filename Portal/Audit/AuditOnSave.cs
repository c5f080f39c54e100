using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Audit;

/// <summary>Adds to every save the rows that say what it changed, within the same transaction: both are stored, or neither.</summary>
/// <remarks>It takes the head of the chain first: whoever saves after it waits until this transaction ends.</remarks>
internal sealed class AuditOnSave(DataKeys keys, TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // A save that does not await does not await here either: the embedded database answers at once.
        WriteAsync((PortalDbContext)eventData.Context!, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await WriteAsync((PortalDbContext)eventData.Context!, cancellationToken);
        return result;
    }

    private async Task WriteAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var frame = AuditScope.Current;
        var changes = Changes(db);
        if (changes.Count == 0 && frame is not { Events.Count: > 0 })
        {
            return;
        }

        if (changes.Count > 0 && frame is { InWork: true, WasAsked: false, Who.Person: not null })
        {
            // Between being let through and the change somebody may have lost standing.
            throw new InvalidOperationException($"{frame.Act} changes something, and whether it may was not asked within the change.");
        }

        var now = clock.GetUtcNow();
        var month = AuditSeals.MonthOf(DateOnly.FromDateTime(now.UtcDateTime));
        var tables = AuditTables.Of(db);
        var (head, found) = await tables.TakeAsync(db, month, [.. SubjectsOf(changes, frame).Distinct()], cancellationToken);
        var known = head.Sequence;
        using var seals = new AuditSeals(keys, month, found);
        var chain = new Chain(head, now, keys.For(KeyPurpose.Audit));
        var who = frame?.Who ?? AuditedActor.Portal;
        var entries = new List<AuditEntry>(changes.Count + (frame?.Events.Count ?? 0));
        foreach (var change in changes)
        {
            var values = new AuditValues(text => seals.Seal(change.Subject, text));
            entries.Add(chain.Next(
                new AuditEvent(who, frame?.Act ?? AuditActs.Portal, AuditOutcome.Done) { What = change.What },
                values.Before(change.Root, change.Parts),
                values.After(change.Root, change.Parts)));
        }

        foreach (var happened in frame?.Events ?? [])
        {
            var values = new AuditValues(text => seals.Seal(SubjectOf(happened), text));
            entries.Add(chain.Next(happened, before: null, values.Facts(happened)));
        }

        frame?.Events.Clear();
        await tables.AppendAsync(db, known, entries, seals.Made, cancellationToken);
    }

    /// <summary>The object that a refused unit of work read to change it, or made; nothing where there are several.</summary>
    public static AuditedObject? OnlyObjectOf(PortalDbContext db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var objects = db.ChangeTracker.Entries().Where(e => AuditedKind.Of(e.Metadata) is { Part: null, IsExcluded: false }).Take(2).ToList();
        return objects is [var only] ? new Change(only, AuditedKind.Of(only.Metadata)).What : null;
    }

    private static List<Change> Changes(PortalDbContext db)
    {
        var changes = new List<Change>();
        List<EntityEntry>? parts = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            var kind = AuditedKind.Of(entry.Metadata);
            if (kind.IsExcluded)
            {
                continue;
            }

            if (kind.Part is null)
            {
                changes.Add(new Change(entry, kind));
            }
            else
            {
                (parts ??= []).Add(entry);
            }
        }

        if (parts is not null)
        {
            var wholes = new Dictionary<(Type, object?), Change>();
            changes.ForEach(c => wholes.TryAdd((c.Root.Kind.Whole, c.Key), c));
            foreach (var part in parts)
            {
                var kind = AuditedKind.Of(part.Metadata);
                wholes.GetValueOrDefault((kind.Whole, kind.KeyOf(part)))?.Parts.Add(new AuditedRow(part, kind));
            }
        }

        return changes;
    }

    // What is new and its own subject cannot have a key yet.
    private static IEnumerable<Guid> SubjectsOf(List<Change> changes, AuditFrame? frame) => changes
        .Where(c => c.Root.Was || !c.IsOwnSubject)
        .Select(c => c.Subject)
        .Concat((frame?.Events ?? []).Where(e => e.SealedFacts.Count > 0).Select(SubjectOf));

    private static Guid SubjectOf(AuditEvent happened) => happened.Who.Person?.Value ?? AuditSeals.Office;

    private sealed class Change
    {
        public Change(EntityEntry entry, AuditedKind kind)
        {
            Root = new AuditedRow(entry, kind);
            Key = kind.KeyOf(entry);
            var stored = kind.Stored(Key);
            What = kind.Object(stored);
            var subject = kind.Type.Subject(entry.Entity);
            Subject = subject ?? AuditSeals.Office;
            IsOwnSubject = subject is not null && stored is Guid own && own == subject;
        }

        public AuditedRow Root { get; }

        public object? Key { get; }

        public AuditedObject What { get; }

        public Guid Subject { get; }

        public bool IsOwnSubject { get; }

        public List<AuditedRow> Parts { get; } = [];
    }

    private sealed class Chain(AuditHead head, DateTimeOffset now, byte[] key)
    {
        public AuditEntry Next(AuditEvent happened, string? before, string? after)
        {
            var entry = new AuditEntry
            {
                Sequence = head.Sequence + 1,
                At = now,
                Account = happened.Who.Account,
                Person = happened.Who.Person,
                Role = happened.Who.Role,
                Act = AuditWords.Line(happened.Act, AuditEntry.ActLength)!,
                ObjectType = AuditWords.Line(happened.What?.Type, AuditEntry.ObjectTypeLength),
                ObjectId = AuditWords.Line(happened.What?.Id, AuditEntry.ObjectIdLength),
                Before = before,
                After = after,
                Outcome = happened.Outcome,
                Reason = AuditWords.Line(happened.Reason, AuditEntry.ReasonLength),
                Session = AuditWords.Line(happened.Who.Session, AuditEntry.SessionLength),
                Previous = head.Hash,
            };
            entry.Hash = AuditChain.HashOf(entry, key);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
            return entry;
        }
    }
}

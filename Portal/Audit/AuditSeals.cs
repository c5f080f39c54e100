using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Audit;

/// <summary>This month's keys of the subjects that one save writes about: found, or made. A subject whose key is deleted later is erased, and nothing of the chain with it.</summary>
internal sealed class AuditSeals(DataKeys keys, DateTimeOffset now) : IDisposable
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    private const int AtOnce = 500;

    /// <summary>Stands for values that belong to nobody.</summary>
    public static readonly Guid Office = Guid.Empty;

    private const char AfterName = '.';

    private readonly int _month = MonthOf(DateOnly.FromDateTime(now.UtcDateTime));
    private readonly Dictionary<Guid, (AesGcm Key, string Name)> _open = [];

    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    public static DateOnly LastDayOf(int month) => new DateOnly(month / 100, month % 100, 1).AddMonths(1).AddDays(-1);

    /// <summary>The key that a sealed value names; <c>null</c> of one from before keys had names.</summary>
    public static string? NameIn(string text) => text.IndexOf(AfterName, StringComparison.Ordinal) is > 0 and var end ? text[..end] : null;

    /// <param name="known">Subjects that may have a key already; what is asked for beside them is new.</param>
    /// <returns>The head of the record, taken.</returns>
    public async Task<AuditHead> OpenAsync(PortalDbContext db, List<Guid> known, CancellationToken cancellationToken)
    {
        if (known.Count == 1)
        {
            // As most saves are: the head and the one key in one question.
            var only = known[0];
            var key = db.AuditKeys.Where(k => k.Subject == only && k.Month == _month);
            var taken = await db.AuditHeadToTake
                .Select(h => new { Head = h, Version = key.Select(k => (int?)k.KeyVersion).FirstOrDefault(), Name = key.Select(k => k.Name).FirstOrDefault(), Wrapped = key.Select(k => k.Wrapped).FirstOrDefault() })
                .SingleAsync(cancellationToken);
            Open(taken is { Version: { } version, Wrapped: { } wrapped } ? [new AuditKey { Subject = only, Month = _month, Name = taken.Name, KeyVersion = version, Wrapped = wrapped }] : []);
            return taken.Head;
        }

        var head = await db.AuditHeadToTake.SingleAsync(cancellationToken);
        foreach (var some in known.Chunk(AtOnce))
        {
            Open(await db.AuditKeys.AsNoTracking().Where(k => k.Month == _month && some.Contains(k.Subject)).ToListAsync(cancellationToken));
        }

        return head;
    }

    public string Seal(PortalDbContext db, Guid subject, string text)
    {
        var (key, name) = KeyOf(db, subject);
        return name + AfterName + Convert.ToBase64String(Seal(key, Encoding.UTF8.GetBytes(text)));
    }

    public void Dispose()
    {
        foreach (var (key, _) in _open.Values)
        {
            key.Dispose();
        }
    }

    /// <exception cref="CryptographicException">Sealed with another key, or changed since.</exception>
    public static string Unseal(AesGcm key, string text)
    {
        var bytes = Convert.FromBase64String(text[(text.IndexOf(AfterName, StringComparison.Ordinal) + 1)..]);
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        key.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public static byte[] Unwrap(AuditKey key, DataKeys keys)
    {
        using var office = new AesGcm(keys.For(KeyPurpose.Fields, key.KeyVersion), TagLength);
        var subject = new byte[DataKeys.Length];
        office.Decrypt(key.Wrapped.AsSpan(0, NonceLength), key.Wrapped.AsSpan(NonceLength, subject.Length), key.Wrapped.AsSpan(NonceLength + subject.Length), subject, key.Subject.ToByteArray());
        return subject;
    }

    public static byte[] Wrap(Guid subject, byte[] key, DataKeys keys)
    {
        using var office = new AesGcm(keys.For(KeyPurpose.Fields, keys.Current), TagLength);
        return Seal(office, key, subject.ToByteArray());
    }

    private static byte[] Seal(AesGcm key, ReadOnlySpan<byte> plain, byte[]? about = null)
    {
        var bytes = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        key.Encrypt(bytes.AsSpan(0, NonceLength), plain, bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), about);
        return bytes;
    }

    private void Open(IReadOnlyList<AuditKey> found)
    {
        foreach (var key in found)
        {
            _open[key.Subject] = (new AesGcm(Unwrap(key, keys), TagLength), key.Name!);
        }
    }

    private (AesGcm Key, string Name) KeyOf(PortalDbContext db, Guid subject)
    {
        if (!_open.TryGetValue(subject, out var open))
        {
            var made = RandomNumberGenerator.GetBytes(DataKeys.Length);
            var name = RandomNumberGenerator.GetHexString(AuditKey.NameLength, lowercase: true);
            db.AuditKeys.Add(new AuditKey { Subject = subject, Month = _month, Name = name, KeyVersion = keys.Current, Wrapped = Wrap(subject, made, keys) });
            _open[subject] = open = (new AesGcm(made, TagLength), name);
        }

        return open;
    }
}

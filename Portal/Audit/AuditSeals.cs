using System.Security.Cryptography;
using System.Text;
using Portal.Confidentiality;

namespace Portal.Audit;

/// <summary>This month's keys of the subjects that one save writes about: found, or made. A subject whose key is deleted later is erased, and nothing of the chain with it.</summary>
internal sealed class AuditSeals : IDisposable
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    /// <summary>Stands for values that belong to nobody.</summary>
    public static readonly Guid Office = Guid.Empty;

    private const char AfterName = '.';

    // To take up a key takes longer than to wrap another with it; a thread has it to itself.
    [ThreadStatic]
    private static (byte[] Key, AesGcm Aes)? s_office;

    private readonly DataKeys _keys;
    private readonly int _month;
    private readonly Dictionary<Guid, AuditKey> _found;
    private readonly Dictionary<Guid, (AesGcm Key, string Name)> _open = [];

    /// <param name="keys">The office's own.</param>
    /// <param name="month">The month whose keys seal, as <see cref="MonthOf"/> says it.</param>
    /// <param name="found">Every key of that month that there is of a subject that will be asked for.</param>
    public AuditSeals(DataKeys keys, int month, IReadOnlyList<AuditKey> found)
    {
        _keys = keys;
        _month = month;
        _found = found.ToDictionary(k => k.Subject);
    }

    /// <summary>The keys that were new, to be stored with what they seal.</summary>
    public List<AuditKey> Made { get; } = [];

    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    public static DateOnly LastDayOf(int month) => new DateOnly(month / 100, month % 100, 1).AddMonths(1).AddDays(-1);

    /// <summary>The key that a sealed value names; <c>null</c> of one from before keys had names.</summary>
    public static string? NameIn(string text) => text.IndexOf(AfterName, StringComparison.Ordinal) is > 0 and var end ? text[..end] : null;

    public string Seal(Guid subject, string text)
    {
        var (key, name) = KeyOf(subject);
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
        var office = OfficeKey(keys.For(KeyPurpose.Fields, key.KeyVersion));
        var subject = new byte[DataKeys.Length];
        office.Decrypt(key.Wrapped.AsSpan(0, NonceLength), key.Wrapped.AsSpan(NonceLength, subject.Length), key.Wrapped.AsSpan(NonceLength + subject.Length), subject, key.Subject.ToByteArray());
        return subject;
    }

    public static byte[] Wrap(Guid subject, byte[] key, DataKeys keys)
    {
        return Seal(OfficeKey(keys.For(KeyPurpose.Fields, keys.Current)), key, subject.ToByteArray());
    }

    private static AesGcm OfficeKey(byte[] key) => s_office is { } last && ReferenceEquals(last.Key, key) ? last.Aes : (s_office = (key, new AesGcm(key, TagLength))).Value.Aes;

    private static byte[] Seal(AesGcm key, ReadOnlySpan<byte> plain, byte[]? about = null)
    {
        var bytes = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        key.Encrypt(bytes.AsSpan(0, NonceLength), plain, bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), about);
        return bytes;
    }

    private (AesGcm Key, string Name) KeyOf(Guid subject)
    {
        if (_open.TryGetValue(subject, out var open))
        {
            return open;
        }

        byte[] key;
        string name;
        if (_found.TryGetValue(subject, out var found))
        {
            (key, name) = (Unwrap(found, _keys), found.Name!);
        }
        else
        {
            (key, name) = (RandomNumberGenerator.GetBytes(DataKeys.Length), RandomNumberGenerator.GetHexString(AuditKey.NameLength, lowercase: true));
            Made.Add(new AuditKey { Subject = subject, Month = _month, Name = name, KeyVersion = _keys.Current, Wrapped = Wrap(subject, key, _keys) });
        }

        return _open[subject] = (new AesGcm(key, TagLength), name);
    }
}

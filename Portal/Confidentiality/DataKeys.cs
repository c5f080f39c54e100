using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Confidentiality;

/// <summary>The office's secret keys. What is renewed has versions, of which the newest writes and each reads; what must stay the same for ever has one.</summary>
public sealed class DataKeys
{
    /// <summary>Bytes of every key.</summary>
    public const int Length = 32;

    private readonly byte[] _lasting;
    private readonly ConcurrentDictionary<(KeyPurpose Purpose, int Version), byte[]> _derived = [];
    private volatile IReadOnlyDictionary<int, byte[]> _versions;

    /// <param name="versions">Keys by version, counted from 1; the highest is the current one.</param>
    /// <param name="lasting">The key of what is never renewed.</param>
    /// <exception cref="ArgumentException">No version, or a key of another length.</exception>
    public DataKeys(IReadOnlyDictionary<int, byte[]> versions, byte[] lasting)
    {
        if (versions.Count == 0 || versions.Keys.Min() < 1 || versions.Values.Append(lasting).Any(key => key.Length != Length))
        {
            throw new ArgumentException(null, nameof(versions));
        }

        _versions = versions;
        _lasting = lasting;
    }

    /// <summary>The version that new data is protected with.</summary>
    public int Current => LookAgain().Keys.Max();

    public IEnumerable<int> Versions => _versions.Keys;

    /// <summary>Keys that came since, when there are any: the keys are renewed by a command while the portal runs, which has to read at once what is written with them.</summary>
    internal Func<IReadOnlyDictionary<int, byte[]>?>? Renewed { get; init; }

    public static DataKeys Create() => new(new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(Length) }, RandomNumberGenerator.GetBytes(Length));

    /// <summary>A newer version beside the old ones; data moves over when it is re-keyed.</summary>
    public DataKeys Renew() => new(new Dictionary<int, byte[]>(_versions) { [Current + 1] = RandomNumberGenerator.GetBytes(Length) }, _lasting);

    public bool Has(int version) => _versions.ContainsKey(version) || LookAgain().ContainsKey(version);

    /// <exception cref="KeyNotFoundException">Nobody has the key of that version any more.</exception>
    public byte[] For(KeyPurpose purpose, int version) => purpose is KeyPurpose.Fields or KeyPurpose.Files
        ? _derived.GetOrAdd((purpose, version), _ => Derive(_versions[version], purpose))
        : throw new ArgumentOutOfRangeException(nameof(purpose));

    /// <summary>The key of a purpose that is never renewed.</summary>
    public byte[] For(KeyPurpose purpose) => purpose is KeyPurpose.Index or KeyPurpose.Audit
        ? _derived.GetOrAdd((purpose, 0), _ => Derive(_lasting, purpose))
        : throw new ArgumentOutOfRangeException(nameof(purpose));

    internal (IReadOnlyDictionary<int, byte[]> Versions, byte[] Lasting) ToStore() => (_versions, _lasting);

    private IReadOnlyDictionary<int, byte[]> LookAgain()
    {
        if (Renewed?.Invoke() is { } renewed)
        {
            _versions = _versions.Concat(renewed).DistinctBy(v => v.Key).ToDictionary();
        }

        return _versions;
    }

    private static byte[] Derive(byte[] root, KeyPurpose purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Length, info: Encoding.ASCII.GetBytes($"supervision-portal/{purpose}"));
}

using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Audit;

/// <summary>How rows hold together: the hash of each covers the hash of the one before and every column, under a key that is not in the database.</summary>
public static class AuditChain
{
    public const int HashLength = HMACSHA256.HashSizeInBytes;

    // To take up a key takes ten times as long as to hash a row with it.
    [ThreadStatic]
    private static (byte[] Key, IncrementalHash Hmac)? s_hmac;

    /// <summary>What the first row stands on.</summary>
    public static byte[] Root => new byte[HashLength];

    public static byte[] HashOf(AuditEntry entry, byte[] key)
    {
        var bytes = new ArrayBufferWriter<byte>(512 + (2 * ((entry.Before?.Length ?? 0) + (entry.After?.Length ?? 0))));
        bytes.Write(entry.Previous);
        Add(bytes, entry.Sequence);
        Add(bytes, entry.At.UtcTicks);
        Add(bytes, entry.Account?.Value);
        Add(bytes, entry.Person?.Value);
        Add(bytes, entry.Role?.ToString());
        Add(bytes, entry.Act);
        Add(bytes, entry.ObjectType);
        Add(bytes, entry.ObjectId);
        Add(bytes, entry.Before);
        Add(bytes, entry.After);
        Add(bytes, entry.Outcome.ToString());
        Add(bytes, entry.Reason);
        Add(bytes, entry.Session);
        var hmac = s_hmac is { } last && ReferenceEquals(last.Key, key) ? last.Hmac : (s_hmac = (key, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key))).Value.Hmac;
        hmac.AppendData(bytes.WrittenSpan);
        return hmac.GetHashAndReset();
    }

    private static void Add(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> bytes, Guid? id) => Add(bytes, id?.ToString("N"));

    // With its length before it, so that nothing can move from one column into the next; nothing at all is not the empty text.
    private static void Add(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is null)
        {
            Add(bytes, -1L);
            return;
        }

        Add(bytes, (long)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }
}

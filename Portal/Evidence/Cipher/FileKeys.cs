using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Evidence.Cipher;

/// <summary>Each file has a key of its own, kept under the office's key. Renewing the office's key re-wraps thirty-two bytes a file and touches no file; destroying a file's key destroys the file.</summary>
public sealed class FileKeys(DataKeys keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const byte Aes256Gcm = 1;
    private const int Batch = 500;

    /// <summary>A new key for a new file.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(SegmentFormat.KeyLength);

    public (byte[] Wrapped, int Version) Wrap(EvidenceId file, byte[] key) =>
        (Seal(keys.For(KeyPurpose.Files, keys.Current), key, Associated(file, "key", keys.Current)), keys.Current);

    /// <exception cref="DamagedEvidenceException">The row was changed, or belongs to another file.</exception>
    /// <exception cref="KeyNotFoundException">Nobody has the office's key of that version any more.</exception>
    public byte[] Unwrap(EvidenceFile file) =>
        Open(keys.For(KeyPurpose.Files, file.KeyVersion), file.WrappedKey ?? throw new DamagedEvidenceException(), Associated(file.Id, "key", file.KeyVersion));

    public static byte[] SealName(EvidenceId file, byte[] key, string name) => Seal(NameKey(key), Encoding.UTF8.GetBytes(name), Associated(file, "name", 1));

    public static string OpenName(EvidenceFile file, byte[] key) => Encoding.UTF8.GetString(Open(NameKey(key), file.SealedName, Associated(file.Id, "name", 1)));

    /// <returns><c>null</c> when the row was changed, or the key is gone.</returns>
    public string? TryOpenName(EvidenceFile file)
    {
        try
        {
            return OpenName(file, Unwrap(file));
        }
        catch (Exception unreadable) when (unreadable is DamagedEvidenceException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Moves every file to the office's current key; afterwards the older ones open nothing. Can be broken off and called again.</summary>
    /// <returns>How many were moved.</returns>
    public async Task<int> RewrapAsync(UnitOfWork work, CancellationToken cancellationToken)
    {
        var moved = 0;
        for (int count; ; moved += count)
        {
            count = await work.WriteAsync(
                async db =>
                {
                    var files = await db.Evidence.Where(f => f.WrappedKey != null && f.KeyVersion != keys.Current).OrderBy(f => f.Id).Take(Batch).ToListAsync(cancellationToken);
                    foreach (var file in files)
                    {
                        (file.WrappedKey, file.KeyVersion) = Wrap(file.Id, Unwrap(file));
                    }

                    return files.Count;
                },
                cancellationToken);
            if (count == 0)
            {
                return moved;
            }
        }
    }

    // A key of one use is never used for another, where nonces could meet.
    private static byte[] NameKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SegmentFormat.KeyLength, info: "evidence-name"u8.ToArray());

    private static byte[] Associated(EvidenceId file, string purpose, int version) =>
        [Aes256Gcm, .. file.Value.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes($"evidence-{purpose}/{version}")];

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> text, byte[] associated)
    {
        var box = new byte[1 + NonceLength + text.Length + TagLength];
        box[0] = Aes256Gcm;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, text, box.AsSpan(1 + NonceLength, text.Length), box.AsSpan(box.Length - TagLength), associated);
        return box;
    }

    private static byte[] Open(byte[] key, byte[] box, byte[] associated)
    {
        if (box.Length < 1 + NonceLength + TagLength || box[0] != Aes256Gcm)
        {
            throw new DamagedEvidenceException();
        }

        var text = new byte[box.Length - 1 - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(box.AsSpan(1, NonceLength), box.AsSpan(1 + NonceLength, text.Length), box.AsSpan(box.Length - TagLength), text, associated);
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DamagedEvidenceException();
        }
    }
}

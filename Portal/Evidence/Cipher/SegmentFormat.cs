using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portal.Evidence.Cipher;

/// <summary>How a stored file is laid out: a header, then segments of a mebibyte, each encrypted and authenticated by itself.</summary>
/// <remarks>
/// .NET's AES-GCM takes a message as a whole; a video as one message would be held in memory, and shown before it is verified. Segments are verified one by one, and know their place:
/// the nonce is 7 random bytes, the number of the segment, and whether it is the last. So no segment can be left out, moved or appended, and none fits into another file, whose id is part of what is authenticated.
/// The header names the algorithm, so that another one (SM4-GCM) can stand beside it without touching what is stored.
/// </remarks>
internal sealed class SegmentFormat
{
    public const int SegmentLength = 1024 * 1024;
    public const int TagLength = 16;
    public const int HeaderLength = 16;
    public const int KeyLength = 32;

    private const int PrefixLength = 7;
    private const int PrefixAt = 7;
    private const byte Version = 1;
    private const byte Aes256Gcm = 1;
    private const byte SegmentBits = 20;

    private readonly byte[] _header;
    private readonly byte[] _associated;

    private SegmentFormat(byte[] header, Guid file)
    {
        _header = header;
        _associated = [.. header, .. file.ToByteArray(bigEndian: true), .. "evidence"u8];
    }

    public ReadOnlyMemory<byte> Header => _header;

    public ReadOnlySpan<byte> Associated => _associated;

    public static SegmentFormat New(Guid file)
    {
        var header = new byte[HeaderLength];
        "SPEV"u8.CopyTo(header);
        (header[4], header[5], header[6]) = (Version, Aes256Gcm, SegmentBits);
        RandomNumberGenerator.Fill(header.AsSpan(PrefixAt, PrefixLength));
        return new SegmentFormat(header, file);
    }

    /// <exception cref="DamagedEvidenceException">Not a file of ours, or of a later portal.</exception>
    public static SegmentFormat Read(ReadOnlySpan<byte> header, Guid file) =>
        header.Length == HeaderLength && header[..4].SequenceEqual("SPEV"u8) && header[4] == Version && header[5] == Aes256Gcm && header[6] == SegmentBits
            ? new SegmentFormat(header.ToArray(), file)
            : throw new DamagedEvidenceException();

    public void WriteNonce(Span<byte> nonce, uint segment, bool isLast)
    {
        _header.AsSpan(PrefixAt, PrefixLength).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixLength..], segment);
        nonce[PrefixLength + sizeof(uint)] = isLast ? (byte)1 : (byte)0;
    }
}

/// <summary>A stored file is not what was stored: cut, changed, exchanged, or opened with the wrong key.</summary>
public sealed class DamagedEvidenceException : Exception;

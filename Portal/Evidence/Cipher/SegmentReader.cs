using System.Buffers;
using System.Security.Cryptography;

namespace Portal.Evidence.Cipher;

/// <summary>A stored file as a stream that can be sought in. Only verified segments come out; one at a time is held.</summary>
internal sealed class SegmentReader : Stream
{
    private const int Sealed = SegmentFormat.SegmentLength + SegmentFormat.TagLength;

    private readonly Stream _source;
    private readonly AesGcm _cipher;
    private readonly SegmentFormat _format;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Sealed);
    private readonly long _segments;
    private long _loaded = -1;

    private SegmentReader(Stream source, byte[] key, SegmentFormat format, long length, long segments)
    {
        (_source, _cipher, _format, Length, _segments) = (source, new AesGcm(key, SegmentFormat.TagLength), format, length, segments);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <summary>Opens and verifies the last segment first: a file that was cut is refused before anything of it is read.</summary>
    /// <exception cref="DamagedEvidenceException">Not what was stored.</exception>
    public static SegmentReader Open(Stream source, byte[] key, Guid file)
    {
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderLength];
        if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw new DamagedEvidenceException();
        }

        var format = SegmentFormat.Read(header, file);
        var stored = source.Length - SegmentFormat.HeaderLength;
        var segments = (stored + Sealed - 1) / Sealed;
        var length = stored - (segments * SegmentFormat.TagLength);
        if (segments is < 1 or > uint.MaxValue || length < (segments - 1) * SegmentFormat.SegmentLength)
        {
            throw new DamagedEvidenceException();
        }

        var reader = new SegmentReader(source, key, format, length, segments);
        try
        {
            reader.Load(segments - 1);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var segment = Position / SegmentFormat.SegmentLength;
        if (segment != _loaded)
        {
            Load(segment);
        }

        var from = (int)(Position % SegmentFormat.SegmentLength);
        var count = (int)Math.Min(buffer.Length, Math.Min(SegmentFormat.SegmentLength - from, Length - Position));
        _buffer.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    // A local disk: what would be gained by not waiting for a mebibyte is lost in bookkeeping.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _loaded != -2)
        {
            _loaded = -2;
            CryptographicOperations.ZeroMemory(_buffer);
            ArrayPool<byte>.Shared.Return(_buffer);
            _cipher.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Load(long segment)
    {
        _loaded = -1;
        var isLast = segment == _segments - 1;
        var text = isLast ? (int)(Length - (segment * SegmentFormat.SegmentLength)) : SegmentFormat.SegmentLength;
        try
        {
            _source.Position = SegmentFormat.HeaderLength + (segment * Sealed);
            _source.ReadExactly(_buffer.AsSpan(0, text + SegmentFormat.TagLength));
            Span<byte> nonce = stackalloc byte[12];
            _format.WriteNonce(nonce, (uint)segment, isLast);
            _cipher.Decrypt(nonce, _buffer.AsSpan(0, text), _buffer.AsSpan(text, SegmentFormat.TagLength), _buffer.AsSpan(0, text), _format.Associated);
        }
        catch (Exception exception) when (exception is CryptographicException or EndOfStreamException)
        {
            throw new DamagedEvidenceException();
        }

        _loaded = segment;
    }
}

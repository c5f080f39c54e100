using System.Buffers;
using System.Security.Cryptography;

namespace Portal.Evidence.Cipher;

/// <summary>Encrypts what comes in, one segment at a time; never more than one is held.</summary>
internal sealed class SegmentWriter(Stream target, byte[] key, Guid file) : IDisposable
{
    private readonly AesGcm _cipher = new(key, SegmentFormat.TagLength);
    private readonly SegmentFormat _format = SegmentFormat.New(file);
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(SegmentFormat.SegmentLength + SegmentFormat.TagLength);
    private int _filled;
    private uint _segments;
    private bool _begun;

    public long Length { get; private set; }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_buffer);
        ArrayPool<byte>.Shared.Return(_buffer);
        _cipher.Dispose();
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        while (data.Length > 0)
        {
            if (_filled == SegmentFormat.SegmentLength)
            {
                await FlushAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(data.Length, SegmentFormat.SegmentLength - _filled);
            data.Span[..taken].CopyTo(_buffer.AsSpan(_filled));
            (_filled, Length) = (_filled + taken, Length + taken);
            data = data[taken..];
        }
    }

    /// <summary>Writes the last segment, marked as such: without it the file counts as cut.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellationToken) => FlushAsync(isLast: true, cancellationToken);

    private async ValueTask FlushAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            _begun = true;
            await target.WriteAsync(_format.Header, cancellationToken);
        }

        Seal(isLast);
        await target.WriteAsync(_buffer.AsMemory(0, _filled + SegmentFormat.TagLength), cancellationToken);
        _filled = 0;
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        _format.WriteNonce(nonce, checked(_segments++), isLast);
        var text = _buffer.AsSpan(0, _filled);
        _cipher.Encrypt(nonce, text, text, _buffer.AsSpan(_filled, SegmentFormat.TagLength), _format.Associated);
    }
}

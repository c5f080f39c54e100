using System.Buffers.Binary;

namespace Portal.Evidence.Formats;

/// <summary>Small readings from a stream that say so when it ends too early.</summary>
internal static class Bytes
{
    private const int Chunk = 64 * 1024;

    public static byte Next(this Stream stream) => stream.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public static byte[] Take(this Stream stream, int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    public static uint Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    public static uint Little32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Moves on, to the target or to nowhere.</summary>
    public static void Pass(this Stream source, long count, Stream? target)
    {
        if (source.Position + count > source.Length)
        {
            throw new EndOfStreamException();
        }

        if (target is null)
        {
            source.Position += count;
            return;
        }

        var chunk = new byte[(int)Math.Min(count, Chunk)];
        while (count > 0)
        {
            var read = source.Read(chunk, 0, (int)Math.Min(count, chunk.Length));
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            target.Write(chunk, 0, read);
            count -= read;
        }
    }

    /// <summary>Whether one of the words stands anywhere from here to the end.</summary>
    public static bool Mentions(this Stream stream, params byte[][] words)
    {
        var longest = words.Max(w => w.Length);
        var window = new byte[Chunk + longest];
        var kept = 0;
        int read;
        while ((read = stream.Read(window, kept, Chunk)) > 0)
        {
            var seen = window.AsSpan(0, kept + read);
            foreach (var word in words)
            {
                if (seen.IndexOf(word) >= 0)
                {
                    return true;
                }
            }

            kept = Math.Min(longest - 1, seen.Length);
            seen[^kept..].CopyTo(window);
        }

        return false;
    }
}

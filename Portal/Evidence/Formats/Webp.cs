using System.Buffers.Binary;
using System.Text;

namespace Portal.Evidence.Formats;

/// <summary>WebP: one RIFF container as long as the file. The copy leaves out EXIF, XMP and whatever is unknown.</summary>
internal static class Webp
{
    private const byte SaysExifOrXmp = 0b0000_1100;

    private static readonly HashSet<string> s_kept = ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static void Check(Stream content, EvidenceOptions options)
    {
        var chunks = Read(content);
        if (chunks.FirstOrDefault() is not { Name: "VP8X" or "VP8 " or "VP8L" } first || !chunks.Exists(c => c.Name is "VP8 " or "VP8L" or "ANMF"))
        {
            throw new InvalidDataException();
        }

        Picture.RequirePixels(chunks.Max(c => Pixels(content, c)), options);
    }

    public static void Copy(Stream content, Stream target)
    {
        var kept = Read(content).FindAll(c => s_kept.Contains(c.Name));
        var head = new byte[12];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), (uint)(4 + kept.Sum(c => 8 + c.Padded)));
        "WEBP"u8.CopyTo(head.AsSpan(8));
        target.Write(head);
        foreach (var chunk in kept)
        {
            content.Position = chunk.At - 8;
            if (chunk.Name == "VP8X")
            {
                var bytes = content.Take(8 + (int)chunk.Padded);
                bytes[8] = (byte)(bytes[8] & ~SaysExifOrXmp);
                target.Write(bytes);
                continue;
            }

            content.Pass(8 + chunk.Padded, target);
        }
    }

    private static List<Chunk> Read(Stream content)
    {
        var head = content.Take(12);
        if (!head.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !head.AsSpan(8).SequenceEqual("WEBP"u8) || Bytes.Little32(head.AsSpan(4)) + 8L != content.Length)
        {
            throw new InvalidDataException();
        }

        var chunks = new List<Chunk>();
        while (content.Position < content.Length)
        {
            var start = content.Take(8);
            var chunk = new Chunk(Encoding.Latin1.GetString(start, 0, 4), content.Position, Bytes.Little32(start.AsSpan(4)));
            chunks.Add(chunks.Count < 10_000 ? chunk : throw new InvalidDataException());
            content.Pass(chunk.Padded, target: null);
        }

        return chunks;
    }

    private static long Pixels(Stream content, Chunk chunk)
    {
        if (chunk.Length < 10)
        {
            return 0;
        }

        content.Position = chunk.At;
        var bytes = content.Take(10);
        return chunk.Name switch
        {
            "VP8X" => (1L + Little24(bytes.AsSpan(4))) * (1L + Little24(bytes.AsSpan(7))),
            "VP8 " => (long)(BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(6)) & 0x3FFF) * (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)) & 0x3FFF),
            "VP8L" => (1L + (Bytes.Little32(bytes.AsSpan(1)) & 0x3FFF)) * (1L + ((Bytes.Little32(bytes.AsSpan(1)) >> 14) & 0x3FFF)),
            _ => 0,
        };
    }

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private sealed record Chunk(string Name, long At, long Length)
    {
        public long Padded => Length + (Length & 1);
    }
}

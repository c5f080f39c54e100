using System.Text;

namespace Portal.Evidence.Formats;

/// <summary>PNG: chunks from the first to the last and nothing behind. The copy keeps those that make the picture.</summary>
internal static class Png
{
    private static readonly HashSet<string> s_kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT", "cICP"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Check(Stream content, EvidenceOptions options)
    {
        Picture.RequirePixels(Walk(content, target: null), options);
        if (content.Position != content.Length)
        {
            throw Refusals.Content();
        }
    }

    public static void Copy(Stream content, Stream target) => Walk(content, target);

    private static long Walk(Stream content, Stream? target)
    {
        if (!content.Take(Signature.Length).AsSpan().SequenceEqual(Signature))
        {
            throw new InvalidDataException();
        }

        target?.Write(Signature);
        long? pixels = null;
        var hasData = false;
        while (true)
        {
            var head = content.Take(8);
            var length = Bytes.Big32(head);
            var name = Encoding.Latin1.GetString(head, 4, 4);
            if (pixels is null != (name == "IHDR"))
            {
                throw new InvalidDataException();
            }

            if (name == "IHDR")
            {
                var size = length == 13 ? content.Take(8) : throw new InvalidDataException();
                content.Position -= size.Length;
                pixels = (long)Bytes.Big32(size) * Bytes.Big32(size.AsSpan(4));
            }

            hasData |= name == "IDAT";
            var kept = s_kept.Contains(name) ? target : null;
            kept?.Write(head);
            content.Pass(length + 4L, kept);
            if (name == "IEND")
            {
                return hasData && pixels > 0 ? pixels.Value : throw new InvalidDataException();
            }
        }
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Portal.Evidence.Formats;

/// <summary>MP4, MOV, M4A: boxes from the first byte to the last, with a brand that fits the name.</summary>
internal static class IsoMedia
{
    public static readonly string[] Video = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "hvc1", "M4V ", "mmp4", "3gp4", "3gp5", "3gp6", "dash", "msnv"];
    public static readonly string[] QuickTime = ["qt  "];
    public static readonly string[] Audio = ["M4A ", "M4B ", "isom", "iso2", "iso5", "mp41", "mp42", "3gp4", "3gp5"];

    private static readonly HashSet<string> s_boxes =
        ["ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "moof", "mfra", "sidx", "ssix", "styp", "meta", "udta", "pdin", "emsg", "pnot", "prft"];

    public static void Check(Stream content, string[] brands)
    {
        var seen = new HashSet<string>();
        while (content.Position < content.Length)
        {
            var start = content.Position;
            var head = content.Take(8);
            long length = Bytes.Big32(head);
            var name = Encoding.Latin1.GetString(head, 4, 4);
            if (length == 1)
            {
                length = checked((long)BinaryPrimitives.ReadUInt64BigEndian(content.Take(8)));
            }
            else if (length == 0)
            {
                length = content.Length - start;
            }

            if (!s_boxes.Contains(name) || (seen.Count == 0) != (name == "ftyp") || length < content.Position - start)
            {
                throw new InvalidDataException();
            }

            if (name == "ftyp")
            {
                RequireBrand(content, length - 8, brands);
            }

            seen.Add(name);
            content.Position = start;
            content.Pass(length, target: null);
        }

        if (!seen.Contains("moov") || !(seen.Contains("mdat") || seen.Contains("moof")))
        {
            throw new InvalidDataException();
        }
    }

    private static void RequireBrand(Stream content, long length, string[] brands)
    {
        var bytes = length is >= 8 and <= 1024 && length % 4 == 0 ? content.Take((int)length) : throw new InvalidDataException();
        // The first is the main one; the four bytes after it are its version.
        var named = Enumerable.Range(0, bytes.Length / 4).Where(i => i != 1).Select(i => Encoding.Latin1.GetString(bytes, i * 4, 4));
        if (!named.Any(brands.Contains))
        {
            throw new InvalidDataException();
        }
    }
}

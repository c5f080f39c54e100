namespace Portal.Evidence.Formats;

/// <summary>JPEG: markers from the first to the last. The copy keeps what makes the picture and how it is turned; place, time, device and thumbnails go.</summary>
internal static class Jpeg
{
    private const int Start = 0xD8;
    private const int End = 0xD9;
    private const int Scan = 0xDA;
    private const int Jfif = 0xE0;
    private const int Exif = 0xE1;
    private const int Profile = 0xE2;
    private const int Adobe = 0xEE;
    private const int LastApplication = 0xEF;
    private const int Comment = 0xFE;

    // A telephone puts other things behind the picture: a small film, a depth map. Only markup and documents there make it something else.
    private static readonly byte[][] s_foreign = ["%PDF-"u8.ToArray(), "<script"u8.ToArray(), "<html"u8.ToArray(), "<svg"u8.ToArray(), "<SCRIPT"u8.ToArray(), "<HTML"u8.ToArray()];

    public static void Check(Stream content, EvidenceOptions options)
    {
        var pixels = Walk(content, target: null);
        Picture.RequirePixels(pixels, options);
        if (content.Mentions(s_foreign))
        {
            throw Refusals.Content();
        }
    }

    public static void Copy(Stream content, Stream target) => Walk(content, target);

    /// <returns>How many pixels it decodes to.</returns>
    private static long Walk(Stream content, Stream? target)
    {
        if (content.Next() != 0xFF || content.Next() != Start)
        {
            throw new InvalidDataException();
        }

        target?.Write([0xFF, Start]);
        long? pixels = null;
        var hasScan = false;
        var isTurned = false;
        int? read = null;
        while (true)
        {
            var marker = read ?? Marker(content);
            read = null;
            if (marker == End)
            {
                target?.Write([0xFF, End]);
                return hasScan && pixels is { } known ? known : throw new InvalidDataException();
            }

            var length = Bytes.Big16(content.Take(2));
            if (length < 2 || marker is < 0xC0 or Start or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                throw new InvalidDataException();
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                pixels = Math.Max(pixels ?? 0, Size(content, length));
            }

            if (marker == Exif && target is not null && !isTurned && Orientation(content, length - 2) is { } turned)
            {
                isTurned = true;
                target.Write(OnlyOrientation(turned));
            }

            var kept = target is not null && IsKept(content, marker, length - 2) ? target : null;
            kept?.Write([0xFF, (byte)marker, (byte)(length >> 8), (byte)length]);
            content.Pass(length - 2, kept);
            if (marker == Scan)
            {
                hasScan = true;
                read = PassScan(content, target);
            }
        }
    }

    private static int Marker(Stream content)
    {
        if (content.Next() != 0xFF)
        {
            throw new InvalidDataException();
        }

        int marker;
        do
        {
            marker = content.Next();
        }
        while (marker == 0xFF);
        return marker;
    }

    /// <summary>The picture itself, up to the next marker that is none of its own.</summary>
    private static int PassScan(Stream content, Stream? target)
    {
        while (true)
        {
            var value = content.Next();
            if (value != 0xFF)
            {
                target?.WriteByte(value);
                continue;
            }

            int after;
            do
            {
                after = content.Next();
            }
            while (after == 0xFF);
            if (after is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return after;
            }

            target?.Write([0xFF, (byte)after]);
        }
    }

    private static long Size(Stream content, int length)
    {
        if (length < 8)
        {
            throw new InvalidDataException();
        }

        var frame = content.Take(5);
        content.Position -= 5;
        return (long)Bytes.Big16(frame.AsSpan(1)) * Bytes.Big16(frame.AsSpan(3)) is > 0 and var pixels ? pixels : throw new InvalidDataException();
    }

    private static bool IsKept(Stream content, int marker, int length) => marker switch
    {
        Comment => false,
        Jfif => StartsWith(content, length, "JFIF\0"u8),
        Profile => StartsWith(content, length, "ICC_PROFILE\0"u8),
        Adobe => StartsWith(content, length, "Adobe"u8),
        >= Jfif and <= LastApplication => false,
        _ => true,
    };

    private static bool StartsWith(Stream content, int length, ReadOnlySpan<byte> name)
    {
        if (length < name.Length)
        {
            return false;
        }

        var begins = content.Take(name.Length).AsSpan().SequenceEqual(name);
        content.Position -= name.Length;
        return begins;
    }

    private static int? Orientation(Stream content, int length)
    {
        var segment = content.Take(length);
        content.Position -= length;
        if (length < 14 || !segment.AsSpan(0, 6).SequenceEqual("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment.AsSpan(6);
        var isLittle = tiff[0] == (byte)'I';
        var at = (int)Math.Min(Number32(tiff, 4, isLittle), int.MaxValue - 16);
        if (at + 2 > tiff.Length)
        {
            return null;
        }

        var count = Number16(tiff, at, isLittle);
        for (var entry = at + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
        {
            if (Number16(tiff, entry, isLittle) == 0x0112)
            {
                return Number16(tiff, entry + 8, isLittle) is >= 1 and <= 8 and var turned ? turned : null;
            }
        }

        return null;
    }

    private static int Number16(ReadOnlySpan<byte> tiff, int at, bool isLittle) => isLittle ? tiff[at] | (tiff[at + 1] << 8) : Bytes.Big16(tiff[at..]);

    private static uint Number32(ReadOnlySpan<byte> tiff, int at, bool isLittle) => isLittle ? Bytes.Little32(tiff[at..]) : Bytes.Big32(tiff[at..]);

    private static byte[] OnlyOrientation(int turned) =>
    [
        0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
    ];
}

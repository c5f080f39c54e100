using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Security.Evidence;

/// <summary>Small files of every kind, good ones and bad ones, made here byte by byte.</summary>
internal static class Samples
{
    public const string Maker = "CANARY-MAKER-7731";

    public static byte[] Pdf(string body = "") =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Author({Maker})>>endobj\n{body}\ntrailer<</Root 1 0 R/Info 2 0 R>>\nstartxref\n9\n%%EOF\n");

    /// <summary>With a place, a device, a comment, a film behind it, and turned on its side.</summary>
    public static byte[] Jpeg(int width = 8, int height = 8, byte[]? behind = null)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 3, // Make, Orientation, GPS
            0x01, 0x0F, 0, 2, 0, 0, 0, (byte)Maker.Length, 0, 0, 0, 50,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 80,
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Maker), 0, .. "GPSLatitude N 27.8296 E 113.134"u8,
        ];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Segment(0xE1, exif),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. Encoding.ASCII.GetBytes(Maker)]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.ASCII.GetBytes(Maker)]),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Maker)),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, new byte[29]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78,
            0xFF, 0xD9,
            .. behind ?? [],
        ];
    }

    public static byte[] Png(int width = 8, int height = 8, byte[]? behind = null)
    {
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        size[8] = 8;
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. Chunk("IHDR", size),
            .. Chunk("tEXt", [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(Maker)]),
            .. Chunk("eXIf", [.. "MM\0*"u8, .. Encoding.ASCII.GetBytes(Maker)]),
            .. Chunk("IDAT", [0x78, 0x9C, 1, 2, 3]),
            .. Chunk("tIME", new byte[7]),
            .. Chunk("IEND", []),
            .. behind ?? [],
        ];
    }

    public static byte[] Webp()
    {
        byte[] body =
        [
            .. Riff("VP8X", [0b0000_1100, 0, 0, 0, 7, 0, 0, 7, 0, 0]),
            .. Riff("VP8L", [0x2F, 7, 0xC0, 1, 0, 1, 2, 3, 4, 5]),
            .. Riff("EXIF", Encoding.ASCII.GetBytes(Maker)),
            .. Riff("XMP ", Encoding.ASCII.GetBytes(Maker)),
        ];
        var head = new byte[12];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), body.Length + 4);
        "WEBP"u8.CopyTo(head.AsSpan(8));
        return [.. head, .. body];
    }

    public static byte[] Mp4(string brand = "isom", int data = 64, byte[]? behind = null) =>
        [.. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. Encoding.ASCII.GetBytes(brand)]), .. Box("moov", Box("mvhd", new byte[100])), .. Box("mdat", new byte[data]), .. behind ?? []];

    public static byte[] Mp3()
    {
        // MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame.
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];
        return [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 4, .. "TPE1"u8, .. frame, .. frame, .. frame, .. frame];
    }

    public static byte[] Docx(string text = "<w:p/>", params (string Name, byte[] Content)[] others) => Zip(
    [
        ("[Content_Types].xml", Xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
        ("word/document.xml", Xml($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{text}</w:document>")),
        ("docProps/core.xml", Xml($"<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"y\"><dc:creator>{Maker}</dc:creator></cp:coreProperties>")),
        ("docProps/app.xml", Xml($"<Properties><Company>{Maker}</Company></Properties>")),
        .. others,
    ]);

    public static byte[] Xlsx() => Zip(
    [
        ("[Content_Types].xml", Xml("<Types/>")),
        ("xl/workbook.xml", Xml($"<workbook xmlns:mc=\"m\" xmlns:x15ac=\"a\"><mc:AlternateContent><mc:Choice Requires=\"x15\"><x15ac:absPath url=\"C:\\Users\\{Maker}\\\"/></mc:Choice></mc:AlternateContent><sheets/></workbook>")),
        ("docProps/core.xml", Xml($"<creator>{Maker}</creator>")),
        ("xl/media/image1.jpeg", Jpeg()),
    ]);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return target.ToArray();
    }

    public static byte[] Xml(string content) => Encoding.UTF8.GetBytes(content);

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content) => [.. Big(content.Length), .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];

    private static byte[] Box(string name, byte[] content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(name), .. content];

    private static byte[] Riff(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. content, .. new byte[content.Length & 1]];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

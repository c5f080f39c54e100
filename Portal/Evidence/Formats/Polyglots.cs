using System.Text;

namespace Portal.Evidence.Formats;

/// <summary>A file that is two things at once is taken by one program for the one and by another for the other: it is taken for nothing here.</summary>
internal static class Polyglots
{
    private const int Head = 1024;
    private const int Tail = 66 * 1024;

    private static readonly string[] s_markup = ["<html", "<script", "<svg", "<!doctype", "<?php", "<body", "<iframe"];

    public static void Check(Stream content, EvidenceFormat format)
    {
        content.Position = 0;
        var head = Read(content, Head);
        var text = Encoding.Latin1.GetString(head).ToLowerInvariant();
        var isOffice = format is EvidenceFormat.Docx or EvidenceFormat.Xlsx or EvidenceFormat.Pptx;
        if (Array.Exists(s_markup, m => text.Contains(m, StringComparison.Ordinal)) || (format != EvidenceFormat.Pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0))
        {
            throw Refusals.Content();
        }

        // An archive is read from its end: behind a picture it would still open.
        content.Position = Math.Max(0, content.Length - Tail);
        if (!isOffice && Read(content, Tail).AsSpan().IndexOf("PK\u0005\u0006"u8) >= 0)
        {
            throw Refusals.Content();
        }
    }

    private static byte[] Read(Stream content, int most)
    {
        var bytes = new byte[(int)Math.Min(most, content.Length - content.Position)];
        content.ReadExactly(bytes);
        return bytes;
    }
}

using System.IO.Compression;
using System.Text;

namespace Portal.Evidence.Formats;

/// <summary>Office documents: archives with a known part, nothing that runs, and no more inside than they may weigh.</summary>
internal static class Office
{
    private const int MaxEntries = 3000;
    private const int EndLength = 22;
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly HashSet<string> s_programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".com", ".scr", ".msi", ".jar", ".hta", ".lnk", ".html", ".htm", ".swf", ".zip",
    };

    public static void Check(Stream content, string mainPart, EvidenceOptions options)
    {
        RequireWholeArchive(content);
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        if (archive.Entries.Count > MaxEntries)
        {
            throw Refusals.Inflates();
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = options.MaxInflatedBytes;
        foreach (var entry in archive.Entries)
        {
            RequireHarmless(entry.FullName, names);
            left -= Inflate(entry, left);
        }

        if (!names.Contains(mainPart) || !names.Contains(ContentTypes))
        {
            throw new InvalidDataException();
        }

        using var types = archive.GetEntry(ContentTypes)!.Open();
        if (types.Mentions("macroEnabled"u8.ToArray(), "vbaProject"u8.ToArray()))
        {
            throw Refusals.Active();
        }
    }

    /// <summary>From the first byte to the last: what stands before or behind an archive belongs to something else.</summary>
    private static void RequireWholeArchive(Stream content)
    {
        if (content.Length < EndLength || !content.Take(4).AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            throw new InvalidDataException();
        }

        content.Position = content.Length - EndLength;
        var end = content.Take(EndLength);
        if (!end.AsSpan(0, 4).SequenceEqual("PK\u0005\u0006"u8) || end[20] != 0 || end[21] != 0)
        {
            throw new InvalidDataException();
        }
    }

    private static void RequireHarmless(string name, HashSet<string> names)
    {
        if (name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || !names.Add(name))
        {
            throw new InvalidDataException();
        }

        // Printer settings are the one harmless binary part that every workbook has.
        if (s_programs.Contains(Path.GetExtension(name)) && !name.Contains("/printerSettings/", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusals.Active();
        }
    }

    private static long Inflate(ZipArchiveEntry entry, long left)
    {
        if (entry.Length > left)
        {
            throw Refusals.Inflates();
        }

        using var part = entry.Open();
        var chunk = new byte[64 * 1024];
        long inflated = 0;
        int read;
        while ((read = part.Read(chunk)) > 0)
        {
            if ((inflated += read) > left)
            {
                throw Refusals.Inflates();
            }
        }

        return inflated;
    }
}

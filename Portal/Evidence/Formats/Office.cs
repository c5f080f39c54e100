using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Evidence.Formats;

/// <summary>Office documents: archives with a known part, nothing that runs, and no more inside than they may weigh. The copy names nobody.</summary>
internal static class Office
{
    private const int MaxEntries = 3000;
    private const int EndLength = 22;
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly HashSet<string> s_programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".com", ".scr", ".msi", ".jar", ".hta", ".lnk", ".html", ".htm", ".swf", ".zip",
    };

    // These hold names beside the text: comments, tracked changes, who is mentioned.
    private static readonly string[] s_peopleParts = ["comments", "commentauthors", "people", "persons/", "threadedcomments", "revisions/", "users"];
    private static readonly byte[][] s_trackedChanges = ["w:author="u8.ToArray()];

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

    public static void Copy(Stream content, Stream target)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        using var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var name = entry.FullName.ToLowerInvariant();
            if (Array.Exists(s_peopleParts, part => Path.GetFileName(name).StartsWith(part, StringComparison.Ordinal) || name.Contains($"/{part}", StringComparison.Ordinal)))
            {
                throw Refusals.CopyHasAuthors();
            }

            var written = copy.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            written.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var to = written.Open();
            CopyPart(entry, name, to);
        }
    }

    private static void CopyPart(ZipArchiveEntry entry, string name, Stream target)
    {
        if (name.StartsWith("docprops/", StringComparison.Ordinal))
        {
            target.Write(Blank(name));
            return;
        }

        using var from = entry.Open();
        if (name is "xl/workbook.xml" or "word/settings.xml" or "ppt/presentation.xml")
        {
            WithoutTraces(from).Save(target, SaveOptions.DisableFormatting);
            return;
        }

        var picture = Path.GetExtension(name) switch
        {
            ".jpg" or ".jpeg" => Jpeg.Copy,
            ".png" => Png.Copy,
            _ => (Action<Stream, Stream>?)null,
        };
        if (picture is null && !name.StartsWith("word/", StringComparison.Ordinal))
        {
            from.CopyTo(target);
            return;
        }

        using var whole = new MemoryStream();
        from.CopyTo(whole);
        whole.Position = 0;
        if (picture is not null)
        {
            picture(whole, target);
            return;
        }

        if (whole.Mentions(s_trackedChanges))
        {
            throw Refusals.CopyHasAuthors();
        }

        whole.Position = 0;
        whole.CopyTo(target);
    }

    // Empty parts rather than none: other parts point to them.
    private static byte[] Blank(string name) => name switch
    {
        "docprops/core.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"""u8],
        "docprops/app.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"""u8],
        "docprops/custom.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"""u8],
        _ => [],
    };

    /// <summary>A workbook remembers the folder it was saved in and who locked it, a text the ids of its editing sessions.</summary>
    private static XDocument WithoutTraces(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        var traces = document.Descendants().Where(e => e.Name.LocalName is "absPath" or "fileSharing" or "rsids" or "attachedTemplate").ToList();
        foreach (var trace in traces)
        {
            // Older programs get an alternative, which is then empty.
            var whole = trace.Ancestors().FirstOrDefault(a => a.Name.LocalName == "AlternateContent") ?? trace;
            if (whole.Parent is not null)
            {
                whole.Remove();
            }
        }

        return document;
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

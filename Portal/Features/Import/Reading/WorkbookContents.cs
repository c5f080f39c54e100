using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Portal.Features.Import.Reading;

/// <summary>Goes through the files inside a workbook without believing what they say of themselves.</summary>
internal static class WorkbookContents
{
    private const int BufferSize = 65_536;

    private static readonly byte[][] s_documentType =
        [.. new[] { Encoding.ASCII, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(e => e.GetBytes("<!DOCTYPE"))];

    private static readonly XmlReaderSettings s_xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 10_000_000 };

    public static void Examine(ZipArchive zip, ImportOptions limits)
    {
        if (zip.Entries.Count > limits.MaxEntries)
        {
            throw new WorkbookRefusedException(ProblemCode.FileHasTooManyEntries, limits.MaxEntries);
        }

        if (zip.Entries.Any(e => e.IsEncrypted))
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsEncrypted);
        }

        // Two files of one name are read differently by different programs.
        if (zip.Entries.Select(e => e.FullName.ToUpperInvariant()).Distinct().Count() != zip.Entries.Count)
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsDamaged);
        }

        Inflate(zip, limits);
        var types = zip.GetEntry("[Content_Types].xml");
        if (types is null || zip.GetEntry("xl/workbook.xml") is null)
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsNoWorkbook);
        }

        if (zip.Entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))
            || Attributes(types, "ContentType").Any(IsMacro))
        {
            throw new WorkbookRefusedException(ProblemCode.FileHasMacros);
        }

        if (zip.Entries.Any(e => e.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase) || e.FullName.Equals("xl/connections.xml", StringComparison.OrdinalIgnoreCase))
            || zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Any(LeadsOutside))
        {
            throw new WorkbookRefusedException(ProblemCode.FileHasExternalLinks);
        }
    }

    /// <summary>Declared sizes can lie, so that everything is inflated once into nothing, up to the limit.</summary>
    private static void Inflate(ZipArchive zip, ImportOptions limits)
    {
        if (zip.Entries.Sum(e => e.Length) > limits.MaxInflatedBytes)
        {
            throw new WorkbookRefusedException(ProblemCode.FileInflatesTooFar, limits.MaxInflatedMegabytes);
        }

        var inflated = 0L;
        var buffer = new byte[BufferSize];
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var carried = 0;
            int read;
            while ((read = stream.Read(buffer, carried, buffer.Length - carried)) > 0)
            {
                inflated += read;
                if (inflated > limits.MaxInflatedBytes)
                {
                    throw new WorkbookRefusedException(ProblemCode.FileInflatesTooFar, limits.MaxInflatedMegabytes);
                }

                carried = RefuseDocumentType(buffer, carried + read);
            }
        }
    }

    // No office program writes a document type; entities inside one can grow without end. The tail is carried over, so that a border cannot hide it.
    private static int RefuseDocumentType(byte[] buffer, int filled)
    {
        var part = buffer.AsSpan(0, filled);
        foreach (var mark in s_documentType)
        {
            if (part.IndexOf(mark) >= 0)
            {
                throw new WorkbookRefusedException(ProblemCode.FileDeclaresDocumentType);
            }
        }

        var tail = Math.Min(filled, s_documentType.Max(m => m.Length) - 1);
        part[^tail..].CopyTo(buffer);
        return tail;
    }

    private static bool IsMacro(string contentType) =>
        contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);

    // A web or mail address in a cell is text to us; a link that fetches values is not.
    private static bool LeadsOutside(ZipArchiveEntry relationships)
    {
        using var xml = Open(relationships, out var stream);
        using (stream)
        {
            while (Next(xml))
            {
                if (xml.GetAttribute("TargetMode") == "External" && xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> Attributes(ZipArchiveEntry entry, string attribute)
    {
        var values = new List<string>();
        using var xml = Open(entry, out var stream);
        using (stream)
        {
            while (Next(xml))
            {
                if (xml.GetAttribute(attribute) is { } value)
                {
                    values.Add(value);
                }
            }
        }

        return values;
    }

    private static XmlReader Open(ZipArchiveEntry entry, out Stream stream)
    {
        stream = entry.Open();
        return XmlReader.Create(stream, s_xml);
    }

    private static bool Next(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException)
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsDamaged);
        }
    }
}

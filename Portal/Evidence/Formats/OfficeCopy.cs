using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Portal.Evidence.Formats;

/// <summary>
/// The copy of an Office document that names nobody. Only parts that are known, and known to be cleaned, go into it; a document with any other is not copied:
/// what a program puts beside the text (packages inside, other kinds of picture, label and add-in data) says who made it and where in ways nobody lists.
/// </summary>
internal static partial class OfficeCopy
{
    private const string Relationships = ".rels";

    // They hold names beside the text: comments, who is mentioned, who changed what.
    private static readonly string[] s_peopleParts = ["comments", "commentauthors", "people", "threadedcomments", "revisions/", "users"];

    /// <summary>Parts that a document does without, once nothing points to them: data of programs, who might have been mentioned, what was changed from where. Whose printer it was is another.</summary>
    private static readonly string[] s_leftOut = ["customxml/", "docmetadata/", "word/glossary/", "xl/persons/", "ppt/changesinfos/", "ppt/revisioninfo.xml"];

    public static void Make(Stream content, Stream target)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        using var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var name = entry.FullName.ToLowerInvariant();
            if (IsLeftOut(name))
            {
                continue;
            }

            var make = MakerOf(name);
            var written = copy.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            written.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var to = written.Open();
            using var from = entry.Open();
            make(from, to);
        }
    }

    internal static bool IsLeftOut(string name) => Array.Exists(s_leftOut, part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase)) || name.Contains("/printersettings/", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="EvidenceRefusedException">Nobody can promise anything of such a part.</exception>
    private static Action<Stream, Stream> MakerOf(string name) =>
        Array.Exists(s_peopleParts, part => Path.GetFileName(name).StartsWith(part, StringComparison.Ordinal) || name.Contains($"/{part}", StringComparison.Ordinal)) ? throw Refusals.CopyHasAuthors()
        : name.StartsWith("docprops/", StringComparison.Ordinal) ? (_, to) => to.Write(Blank(name))
        : Path.GetExtension(name) == Relationships ? (from, to) => Cleaned(from, to, OfficeXml.CopyRelationships)
        : KnownPart().IsMatch(name) ? (from, to) => Cleaned(from, to, OfficeXml.CopyPart)
        : Media().IsMatch(name) ? Picture(Path.GetExtension(name))
        : throw Refusals.CopyHasOther();

    private static Action<Stream, Stream> Picture(string ending)
    {
        Action<Stream, Stream> make = ending switch
        {
            ".png" => Png.Copy,
            ".webp" => Webp.Copy,
            _ => Jpeg.Copy,
        };
        return (from, to) =>
        {
            using var whole = new MemoryStream();
            from.CopyTo(whole);
            whole.Position = 0;
            make(whole, to);
        };
    }

    private static void Cleaned(Stream from, Stream to, Action<Stream, Stream> copy)
    {
        try
        {
            copy(from, to);
        }
        catch (XmlException)
        {
            throw Refusals.NoCopy();
        }
    }

    // Empty parts rather than none: other parts point to them.
    private static byte[] Blank(string name) => name switch
    {
        "docprops/core.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"""u8],
        "docprops/app.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"""u8],
        "docprops/custom.xml" => [.. """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"""u8],
        _ => [],
    };

    [GeneratedRegex(
        """
        ^(\[content_types\]\.xml
        |word/(document|styles|styleswitheffects|settings|websettings|fonttable|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml
        |xl/(workbook|styles|sharedstrings|calcchain|metadata)\.xml
        |xl/(worksheets|chartsheets|dialogsheets|tables|pivottables|pivotcache|drawings)/[a-z]+\d*\.xml
        |ppt/(presentation|presprops|viewprops|tablestyles)\.xml
        |ppt/(slides|slidelayouts|slidemasters|notesslides|notesmasters|handoutmasters)/[a-z]+\d*\.xml
        |(word|xl|ppt)/(theme|charts|diagrams)/[a-z]+\d*\.xml)$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex KnownPart();

    [GeneratedRegex(@"^(word|xl|ppt)/media/[a-z]+\d*\.(jpe?g|png|webp)$", RegexOptions.CultureInvariant)]
    private static partial Regex Media();
}

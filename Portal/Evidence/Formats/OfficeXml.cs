using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Portal.Evidence.Formats;

/// <summary>Copies a part of an Office document node by node, without what its program wrote of the author, the machine and the printer.</summary>
internal static partial class OfficeXml
{
    /// <summary>Where a link of the text leads in the copy: it stays a link, and the document stays sound.</summary>
    private const string Nowhere = "about:blank";

    private const string RelationshipIds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string OldOffice = "urn:schemas-microsoft-com:office:office";

    private static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private static readonly XmlWriterSettings s_writing = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>The folder it was saved in, who locked it, editing sessions, variables and data sources of programs, the printer.</summary>
    private static readonly HashSet<string> s_leftOut = ["absPath", "fileSharing", "rsids", "attachedTemplate", "docVars", "mailMerge", "printerSettings", "webPublishing", "fileRecoveryPr"];

    /// <summary>To the parts that are left out, and to what only a program goes back to.</summary>
    private static readonly HashSet<string> s_relationsLeftOut =
    [
        "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "customXml", "customXmlProps", "printerSettings", "glossaryDocument", "person", "changesInfo", "revisionInfo", "classificationlabels",
    ];

    /// <summary>Attributes by which a change or a right in the text is somebody's.</summary>
    private static readonly HashSet<string> s_names = ["author", "userId", "userName", "lastModifiedBy", "initials", "ed"];

    /// <exception cref="EvidenceRefusedException">Names somebody in the text itself, or takes something from elsewhere.</exception>
    public static void CopyPart(Stream from, Stream to)
    {
        var fields = new StringBuilder();
        Copy(
            from, to,
            isLeftOut: reader => s_leftOut.Contains(reader.LocalName) || (reader.LocalName == "Override" && OfficeCopy.IsLeftOut((reader.GetAttribute("PartName") ?? "").TrimStart('/'))),
            attribute: (element, reader) => Attribute(element, reader, fields),
            text: (element, value) => fields.Append(element is "instrText" or "delInstrText" ? value : ""));
        if (Field().IsMatch(fields.ToString()))
        {
            throw Refusals.CopyHasOther();
        }
    }

    /// <summary>Links of the text lead nowhere; whatever else is fetched from outside would show where from.</summary>
    /// <exception cref="EvidenceRefusedException">Something outside belongs to the document.</exception>
    public static void CopyRelationships(Stream from, Stream to) => Copy(
        from, to,
        isLeftOut: reader => reader.LocalName == "Relationship" && IsLeftOut(reader),
        attribute: (_, reader) => reader.LocalName == "Target" && IsOutside(reader) ? Nowhere : reader.Value,
        text: (_, _) => { });

    private static bool IsLeftOut(XmlReader relationship)
    {
        var type = (relationship.GetAttribute("Type") ?? "").Split('/')[^1];
        if (s_relationsLeftOut.Contains(type))
        {
            return true;
        }

        return IsOutside(relationship) && type != "hyperlink" ? throw Refusals.CopyHasOther() : false;
    }

    private static bool IsOutside(XmlReader relationship) =>
        relationship.GetAttribute("TargetMode") is "External" || (relationship.GetAttribute("Target") ?? "").AsSpan().IndexOfAny(':', '\\') >= 0;

    /// <returns>The value it has in the copy; <c>null</c> to leave it out.</returns>
    private static string? Attribute(string element, XmlReader reader, StringBuilder fields)
    {
        var name = reader.LocalName;
        if (s_names.Contains(name))
        {
            throw Refusals.CopyHasAuthors();
        }

        if (name is "href" or "src" && element is "imagedata" or "fill")
        {
            throw Refusals.CopyHasOther();
        }

        if (element == "dataBinding")
        {
            // What is bound to the document's properties shows them in the text.
            return reader.Value.Contains("prop", StringComparison.OrdinalIgnoreCase) ? throw Refusals.CopyHasAuthors() : reader.Value;
        }

        if (element == "fldSimple" && name == "instr")
        {
            fields.Append(' ').Append(reader.Value).Append(' ');
        }

        // What a picture was called on the disk it came from.
        return element is "cNvPr" or "docPr" && name is "name" or "descr" or "title" ? ""
            : name is "refreshedBy" or "securityDescriptor" or "alt" || name.StartsWith("rsid", StringComparison.Ordinal)
                || (name == "title" && reader.NamespaceURI == OldOffice) || (element == "pageSetup" && reader.NamespaceURI == RelationshipIds) ? null
            : reader.Value;
    }

    private static void Copy(Stream from, Stream to, Func<XmlReader, bool> isLeftOut, Func<string, XmlReader, string?> attribute, Action<string, string> text)
    {
        using var reader = XmlReader.Create(from, s_reading);
        using var writer = XmlWriter.Create(to, s_writing);
        writer.WriteStartDocument(standalone: true);
        var element = "";
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && isLeftOut(reader))
            {
                reader.Skip();
                continue;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    element = reader.LocalName;
                    CopyElement(reader, writer, attribute);
                    break;
                case XmlNodeType.EndElement:
                    element = "";
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text(element, reader.Value);
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth > 0:
                    writer.WriteString(reader.Value);
                    break;
                default:
                    break;
            }

            reader.Read();
        }
    }

    private static void CopyElement(XmlReader reader, XmlWriter writer, Func<string, XmlReader, string?> attribute)
    {
        var (element, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        writer.WriteStartElement(reader.Prefix, element, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if ((reader.Prefix == "xmlns" || reader.Name == "xmlns" ? reader.Value : attribute(element, reader)) is { } value)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, value);
            }
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    /// <summary>Fields whose text is taken from the program, the machine or another file; of links, those that lead out of the document.</summary>
    [GeneratedRegex(
        @"AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|DOCVARIABLE|INFO|COMMENTS|KEYWORDS|SUBJECT|INCLUDE|DATABASE|DDE|MERGEFIELD|MACROBUTTON|(?<!HYPER)LINK|HYPERLINK\s+(?!\\l)|file:|:\\",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}

namespace Portal.Evidence.Formats;

/// <summary>One kind of file that is taken: its names, what its content must be, and whether a copy without traces of its maker can be made.</summary>
internal sealed record FormatRules
{
    public required EvidenceFormat Format { get; init; }

    public required string[] Endings { get; init; }

    public required string ContentType { get; init; }

    /// <summary>A recording; its limit is another.</summary>
    public bool IsRecording { get; init; }

    /// <summary>Reads the whole structure.</summary>
    /// <exception cref="EvidenceRefusedException">Not what it says it is, or more than that.</exception>
    /// <exception cref="InvalidDataException">Not what it says it is.</exception>
    public required Action<Stream, EvidenceOptions> Check { get; init; }

    /// <summary>Writes the copy for others; <c>null</c> where nobody can promise that nothing is left.</summary>
    public Action<Stream, Stream>? Copy { get; init; }

    public long Limit(EvidenceOptions options) => IsRecording ? options.MaxVideoBytes : options.MaxDocumentBytes;
}

/// <summary>The list of what is taken.</summary>
internal static class FormatTable
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly FormatRules[] s_all =
    [
        new() { Format = EvidenceFormat.Pdf, Endings = [".pdf"], ContentType = "application/pdf", Check = Pdf.Check },
        new() { Format = EvidenceFormat.Docx, Endings = [".docx"], ContentType = OpenXml + "wordprocessingml.document", Check = (s, o) => Office.Check(s, "word/document.xml", o), Copy = OfficeCopy.Make },
        new() { Format = EvidenceFormat.Xlsx, Endings = [".xlsx"], ContentType = OpenXml + "spreadsheetml.sheet", Check = (s, o) => Office.Check(s, "xl/workbook.xml", o), Copy = OfficeCopy.Make },
        new() { Format = EvidenceFormat.Pptx, Endings = [".pptx"], ContentType = OpenXml + "presentationml.presentation", Check = (s, o) => Office.Check(s, "ppt/presentation.xml", o), Copy = OfficeCopy.Make },
        new() { Format = EvidenceFormat.Jpeg, Endings = [".jpg", ".jpeg"], ContentType = "image/jpeg", Check = Jpeg.Check, Copy = Jpeg.Copy },
        new() { Format = EvidenceFormat.Png, Endings = [".png"], ContentType = "image/png", Check = Png.Check, Copy = Png.Copy },
        new() { Format = EvidenceFormat.Webp, Endings = [".webp"], ContentType = "image/webp", Check = Webp.Check, Copy = Webp.Copy },
        new() { Format = EvidenceFormat.Mp4, Endings = [".mp4"], ContentType = "video/mp4", IsRecording = true, Check = (s, _) => IsoMedia.Check(s, IsoMedia.Video) },
        new() { Format = EvidenceFormat.Mov, Endings = [".mov"], ContentType = "video/quicktime", IsRecording = true, Check = (s, _) => IsoMedia.Check(s, IsoMedia.QuickTime) },
        new() { Format = EvidenceFormat.M4a, Endings = [".m4a"], ContentType = "audio/mp4", IsRecording = true, Check = (s, _) => IsoMedia.Check(s, IsoMedia.Audio) },
        new() { Format = EvidenceFormat.Mp3, Endings = [".mp3"], ContentType = "audio/mpeg", IsRecording = true, Check = (s, _) => Mp3.Check(s) },
    ];

    public static IEnumerable<FormatRules> All => s_all;

    /// <summary>For the browser's file dialogue.</summary>
    public static string Accept { get; } = string.Join(',', s_all.SelectMany(f => f.Endings));

    public static FormatRules Of(EvidenceFormat format) => s_all.First(f => f.Format == format);

    /// <exception cref="EvidenceRefusedException">Not on the list.</exception>
    public static FormatRules OfName(string cleanName) =>
        Array.Find(s_all, f => f.Endings.Contains(Path.GetExtension(cleanName), StringComparer.Ordinal)) is { } rules && !FileNames.HidesProgram(cleanName)
            ? rules
            : throw Refusals.Type();

    /// <summary>The structure, and that it is nothing else besides.</summary>
    public static void CheckContent(this FormatRules rules, Stream content, EvidenceOptions options)
    {
        try
        {
            Polyglots.Check(content, rules.Format);
            content.Position = 0;
            rules.Check(content, options);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException or System.Xml.XmlException)
        {
            throw Refusals.Content();
        }
    }
}

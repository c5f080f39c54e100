namespace Portal.Evidence.Formats;

/// <summary>PDF: begins and ends as one, and does nothing when opened. No copy is made of it: what names its maker may lie in compressed parts and in the pictures inside, where nobody can promise to have found it.</summary>
internal static class Pdf
{
    private const int Tail = 1024;

    private static readonly byte[][] s_active =
        ["/JavaScript"u8.ToArray(), "/JS "u8.ToArray(), "/JS("u8.ToArray(), "/JS<"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/RichMedia"u8.ToArray(), "/XFA"u8.ToArray()];

    public static void Check(Stream content, EvidenceOptions options)
    {
        _ = options;
        if (!content.Take(5).AsSpan().SequenceEqual("%PDF-"u8))
        {
            throw new InvalidDataException();
        }

        content.Position = Math.Max(0, content.Length - Tail);
        var tail = content.Take((int)(content.Length - content.Position));
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || tail.AsSpan(end + 5).ContainsAnyExcept(" \t\r\n\0"u8))
        {
            throw new InvalidDataException();
        }

        content.Position = 0;
        if (content.Mentions(s_active))
        {
            throw Refusals.Active();
        }
    }
}

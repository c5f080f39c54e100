namespace Portal.Evidence.Formats;

/// <summary>What files may be. Nothing that a browser or a program would run.</summary>
public enum EvidenceFormat
{
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Jpeg,
    Png,
    Webp,
    Mp4,
    Mov,
    M4a,
    Mp3,
}

using Portal.Evidence.Formats;

namespace Portal.Evidence;

/// <summary>A file as its reader may know it.</summary>
/// <param name="Who">Who added it; <c>null</c> when that was the author, who is protected from this reader.</param>
/// <param name="CanCopy">Whether a copy without traces of its maker can be made of such a file.</param>
public sealed record EvidenceRow(
    EvidenceId Id, string Name, EvidenceFormat Format, long Size, EvidenceKind Kind, EvidenceState State, DateTimeOffset AddedAt, string? Who,
    bool CanOpen, bool CanCopy, bool CanRemove, string? RemovalReason)
{
    /// <summary>It came by the private link of somebody without an account.</summary>
    public bool IsFromVisitor { get; init; }

    public bool IsRemoved => RemovalReason is not null;
}

/// <summary>The files of a matter, and what may be added now.</summary>
public sealed record EvidenceList
{
    public required IReadOnlyList<EvidenceRow> Rows { get; init; }

    /// <summary>Kinds that may be added; empty when none may.</summary>
    public required IReadOnlyList<EvidenceKind> Adds { get; init; }

    /// <summary>How many more fit.</summary>
    public required int Room { get; init; }

    /// <summary>Taking one back asks for a reason.</summary>
    public required bool AsksReason { get; init; }

    /// <summary>The reader gives copies to the agency.</summary>
    public required bool GivesOut { get; init; }

    public required string Accept { get; init; }

    public required int MaxDocumentMegabytes { get; init; }

    public required int MaxVideoMegabytes { get; init; }
}

/// <summary>A file that comes in.</summary>
public sealed record EvidenceUpload(string? Name, Stream Content);

/// <summary>A file that goes out. Writing verifies as it goes.</summary>
/// <param name="Length"><c>null</c> for a copy, whose length nobody knows before it is made.</param>
public sealed record EvidenceDownload(EvidenceId Id, string Name, string ContentType, long? Length, bool IsCopy, Stream Content, Func<Stream, CancellationToken, Task> WriteAsync) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Evidence;

/// <summary>Where files are kept and how much of them.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Portal:Evidence";

    private const long Mebi = 1024 * 1024;

    /// <summary>Empty: <c>evidence</c> in the data folder.</summary>
    [MaxLength(1000)]
    public string Folder { get; init; } = "";

    /// <summary>Megabytes of a document or picture.</summary>
    [Range(1, 200)]
    public int MaxDocumentMegabytes { get; init; } = 20;

    /// <summary>Megabytes of a recording, with or without picture.</summary>
    [Range(1, 2000)]
    public int MaxVideoMegabytes { get; init; } = 300;

    /// <summary>Megapixels of a picture, as its header says: more would cost whoever opens it gigabytes.</summary>
    [Range(1, 500)]
    public int MaxMegapixels { get; init; } = 50;

    /// <summary>Megabytes that an Office document may inflate to, declared or real.</summary>
    [Range(1, 2000)]
    public int MaxInflatedMegabytes { get; init; } = 200;

    /// <summary>Files of one matter.</summary>
    [Range(1, 500)]
    public int MaxFiles { get; init; } = 30;

    /// <summary>Megabytes that one person may have stored in all.</summary>
    [Range(10, 1_000_000)]
    public int QuotaMegabytes { get; init; } = 5000;

    /// <summary>Files that somebody without an account may add to what they sent in.</summary>
    [Range(0, 50)]
    public int VisitorFiles { get; init; } = 5;

    /// <summary>Megabytes that all who have no account may have stored together.</summary>
    [Range(0, 1_000_000)]
    public int VisitorQuotaMegabytes { get; init; } = 2000;

    /// <summary>Files that all who have no account may be sending at once.</summary>
    [Range(1, 100)]
    public int VisitorUploadsAtOnce { get; init; } = 5;

    /// <summary>Files that one person may be sending at once.</summary>
    [Range(1, 100)]
    public int UploadsAtOnce { get; init; } = 3;

    /// <summary>Megabytes of the disk that files leave free: the database and the logs need room when nobody can bring files any more.</summary>
    [Range(0, 1_000_000)]
    public int ReserveMegabytes { get; init; } = 500;

    /// <summary>Days after which a file that was taken back is erased for good.</summary>
    [Range(0, 3650)]
    public int RemovedKeptDays { get; init; } = 30;

    /// <summary>A ClamAV daemon: path of its socket, or host:port. Empty: files are not scanned.</summary>
    [MaxLength(500)]
    public string ClamAv { get; init; } = "";

    /// <summary>Seconds that a scan may take.</summary>
    [Range(1, 3600)]
    public int ClamAvSeconds { get; init; } = 120;

    internal long MaxDocumentBytes => MaxDocumentMegabytes * Mebi;

    internal long MaxVideoBytes => MaxVideoMegabytes * Mebi;

    internal long MaxInflatedBytes => MaxInflatedMegabytes * Mebi;

    internal long MaxPixels => MaxMegapixels * 1_000_000L;

    internal long VisitorQuotaBytes => VisitorQuotaMegabytes * Mebi;

    internal long QuotaBytes => QuotaMegabytes * Mebi;

    internal long ReserveBytes => ReserveMegabytes * Mebi;

    internal bool Scans => !string.IsNullOrWhiteSpace(ClamAv);
}

[OptionsValidator]
internal sealed partial class EvidenceOptionsValidator : IValidateOptions<EvidenceOptions>;

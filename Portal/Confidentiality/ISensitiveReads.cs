using Portal.Domain.People;

namespace Portal.Confidentiality;

/// <summary>What was read that the law protects.</summary>
public enum SensitiveReadKind
{
    IdentityNumber,
    Evidence,

    /// <summary>A number of somebody who applies.</summary>
    Applicant,
}

/// <summary>One reading of protected data.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Subject">Id of the person or the file.</param>
/// <param name="Reason">What the reader gave as the reason.</param>
/// <param name="Shown">The property that was shown, where there are several.</param>
public sealed record SensitiveRead(SensitiveReadKind Kind, PersonId Reader, string Subject, string? Reason = null, string? Shown = null);

/// <summary>Keeps on record who read protected data. Asked before the data is given out: where nothing can be recorded, nothing is shown.</summary>
public interface ISensitiveReads
{
    Task RecordAsync(SensitiveRead read, CancellationToken cancellationToken = default);
}

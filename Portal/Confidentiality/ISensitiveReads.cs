using Portal.Domain.People;

namespace Portal.Confidentiality;

/// <summary>What was read that the law protects.</summary>
public enum SensitiveReadKind
{
    IdentityNumber,
    Export,
}

/// <summary>One reading of protected data.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Subject">Id of the person, or the address of the list.</param>
/// <param name="Reason">What the reader gave as the reason, or the filter of a list.</param>
/// <param name="Rows">How many were taken along.</param>
public sealed record SensitiveRead(SensitiveReadKind Kind, PersonId Reader, string Subject, string? Reason = null, int Rows = 1);

/// <summary>Keeps on record who read protected data. Asked before the data is given out: where nothing can be recorded, nothing is shown.</summary>
public interface ISensitiveReads
{
    Task RecordAsync(SensitiveRead read, CancellationToken cancellationToken = default);
}

/// <summary>Records to the log. Without the reason, which may name somebody.</summary>
internal sealed partial class LoggedReads(ILogger<LoggedReads> logger) : ISensitiveReads
{
    public Task RecordAsync(SensitiveRead read, CancellationToken cancellationToken = default)
    {
        LogRead(logger, read.Reader.Value, read.Kind, read.Subject, read.Rows);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Protected data: {Person} read {Kind} of {Subject}, {Rows} rows.")]
    private static partial void LogRead(ILogger logger, Guid person, SensitiveReadKind kind, string subject, int rows);
}

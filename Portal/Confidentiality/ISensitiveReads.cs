using Portal.Domain.People;

namespace Portal.Confidentiality;

/// <summary>Puts on record that somebody reads protected data, before they get it: what cannot be recorded is not read.</summary>
public interface ISensitiveReads
{
    /// <param name="what">A code, such as <c>evidence</c>.</param>
    /// <param name="id">Which one.</param>
    /// <param name="reason">A code, or what the reader gave as their reason.</param>
    Task RecordAsync(PersonId who, string what, Guid id, string reason, CancellationToken cancellationToken = default);
}

/// <summary>Records in the log file.</summary>
internal sealed partial class LoggedSensitiveReads(ILogger<LoggedSensitiveReads> logger) : ISensitiveReads
{
    public Task RecordAsync(PersonId who, string what, Guid id, string reason, CancellationToken cancellationToken = default)
    {
        LogRead(logger, who.Value, what, id, reason);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sensitive read: {Person} reads {What} {Id} ({Reason}).")]
    private static partial void LogRead(ILogger logger, Guid person, string what, Guid id, string reason);
}

namespace Portal.Evidence;

internal static partial class EvidenceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be stored.")]
    public static partial void LogNotStored(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The download of {Id} was broken off: what follows is not what was stored.")]
    public static partial void LogBrokenOff(this ILogger logger, Guid id);
}
